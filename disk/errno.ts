// Errors of the operating system, such as a missing file.

/** Whether an error is one of the operating system. */
export function isSystemError(error: unknown): error is Error & {readonly code: string} {
  return error instanceof Error && 'syscall' in error
}

/** Whether an error is one of the operating system with this code, such as `ENOENT`. */
export function isErrno(error: unknown, code: string): boolean {
  return isSystemError(error) && error.code === code
}
