// The types of imports that the Studio's bundler turns into text.
declare module '*?inline' {
  /** A data address. */
  const address: string
  export default address
}

declare module '*?raw' {
  const text: string
  export default text
}

interface ImportMeta {
  /** All modules that match a pattern, by their paths, in order of path. */
  glob: <Module>(
    pattern: string,
    options: {query: string; import: string; eager: true},
  ) => Record<string, Module>
}
