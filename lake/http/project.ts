// What the API says about the project and the dataset (a lake has one of each), and about Sanity's
// features. https://www.sanity.io/docs/http-reference/projects

import {members} from '../access/people.ts'
import type {Call} from '../call.ts'

export function projects(call: Call): Response {
  return Response.json([description(call)])
}

export function project(call: Call): Response {
  return Response.json(description(call))
}

export function datasets(call: Call): Response {
  return Response.json([datasetOf(call)])
}

export function dataset(call: Call): Response {
  return Response.json(datasetOf(call))
}

/** What the caller may do with documents: the Studio asks, to show only what would succeed. */
export function datasetGrants(call: Call): Response {
  return Response.json(call.caller.permissions.grants)
}

/** What the caller may do with the project itself: see who else uses it. */
export function projectGrants(): Response {
  const read = [{id: 'read', name: 'read', title: 'Read', params: {}}]
  return Response.json({'sanity.project.members': [{grants: read}]})
}

/** None of the features that hosted Sanity sells. */
export function features(): Response {
  return Response.json([])
}

/** Nothing that hosted Sanity offers to users of the Studio, such as a trial. */
export function noOffer(): Response {
  return Response.json(null)
}

/** No user lets the Studio tell Sanity what they do. */
export function telemetryStatus(): Response {
  return Response.json({status: 'denied'})
}

/** The Studio that asks. It would offer to register itself with Sanity otherwise. */
export function userApplications({request}: Call): Response {
  const origin = request.headers.get('origin')
  const studio = {id: 'studio', type: 'studio', urlType: 'external', appHost: origin}
  return Response.json(origin === null ? [] : [studio])
}

function description(call: Call) {
  const {projectId} = call.state.home
  return {
    id: projectId,
    displayName: projectId,
    organizationId: null,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    metadata: {},
    features: [],
    members: members(call),
  }
}

function datasetOf({state}: Call) {
  return {name: state.home.dataset, aclMode: 'private', datasetProfile: 'content'}
}
