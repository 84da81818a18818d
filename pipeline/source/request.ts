// Requests to a source. Their errors become failures that say what to do.

import {ClientError, ServerError} from '@sanity/client'
import {Failure} from '../failure.ts'

/**
 * Waits for the result of a request to a source.
 *
 * @param description The source, in words: "the lake in .lake".
 * @throws Failure if the source refuses, answers with an error or cannot be reached. Any other error
 *   is a fault of this program and passes unchanged.
 */
export async function requestFrom<Result>(
  description: string,
  request: () => Promise<Result>,
): Promise<Result> {
  try {
    return await request()
  } catch (error) {
    throw failureOf(error, capitalised(description))
  }
}

function failureOf(error: unknown, source: string): unknown {
  if (isRefusal(error)) {
    return new Failure(
      `${source} refused to answer: ${error.message}.`,
      'Check SANITY_PROJECT_ID and SANITY_API_TOKEN: it must be a valid token of this project that may read the dataset.',
      {cause: error},
    )
  }
  if (error instanceof ClientError && error.statusCode === 404) {
    return new Failure(
      `${source} was not found: ${error.message}.`,
      'Check SANITY_PROJECT_ID and SANITY_DATASET.',
      {cause: error},
    )
  }
  if (isServiceError(error)) {
    return new Failure(
      `${source} answered with an error: ${error.message}.`,
      'Try again. If the error stays, check the status of that service.',
      {cause: error},
    )
  }
  if (isNetworkError(error)) {
    return new Failure(
      `${source} cannot be reached: ${error.message}.`,
      'Check the network, SANITY_PROJECT_ID and, if it is set, SANITY_API_HOST.',
      {cause: error},
    )
  }
  return error
}

/** Whether the source answered that this token may not do what was requested. */
export function isRefusal(error: unknown): error is ClientError {
  return error instanceof ClientError && (error.statusCode === 401 || error.statusCode === 403)
}

/** Whether the source answered with an HTTP error. */
export function isServiceError(error: unknown): error is ClientError | ServerError {
  return error instanceof ClientError || error instanceof ServerError
}

/**
 * Whether the source could not be reached. For a network error, `fetch` throws a TypeError with the
 * reason as its cause (https://fetch.spec.whatwg.org/#fetch-method); a TypeError in our own code has
 * no cause. The client gives up on a slow answer with a TimeoutError.
 */
export function isNetworkError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    ((error instanceof TypeError && error.cause !== undefined) || error.name === 'TimeoutError')
  )
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
