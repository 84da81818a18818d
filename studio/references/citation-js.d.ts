// What this project uses of Citation.js, which has no types of its own (https://citation.js.org/api/0.7).

declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Works as CSL-JSON. Throws an error for a text in a format that no plugin knows. */
      readonly chain: (text: string, options: {readonly generateGraph: false}) => unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
