// The version of Sanity's API that every request uses. The embedded lake's own client has the same one.

export const API_VERSION = '2025-02-19'
