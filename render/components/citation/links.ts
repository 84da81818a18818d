// Where a cited work can be read.

import type {CitedWork} from '../../../model/cited-work.ts'

/** The addresses of a work. The most lasting one comes first. */
export function linksOf({
  doi,
  pmid,
  url,
}: Pick<CitedWork, 'doi' | 'pmid' | 'url'>): {label: string; href: string}[] {
  const links = []
  if (doi !== undefined) links.push({label: `doi:${doi}`, href: doiAddress(doi)})
  if (pmid !== undefined) {
    links.push({label: `PMID ${pmid}`, href: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`})
  }
  if (url !== undefined && links.length === 0) links.push({label: url, href: url})
  return links
}

/** Older DOIs hold `#`, `?` and `<`, which mean something else in an address. */
function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}
