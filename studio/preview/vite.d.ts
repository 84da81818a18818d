// What the Studio's bundler makes of imports that are no modules.
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
  /** All modules that a pattern names, by their paths, in order of these. */
  glob: <Module>(
    pattern: string,
    options: {query: string; import: string; eager: true},
  ) => Record<string, Module>
}
