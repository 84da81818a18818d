// Where Sanity's Studio keeps its token in the storage of a browser. Imports nothing.

/** How the key begins. The id of the project follows. */
export const KEPT_TOKEN = '__studio_auth_token_'
