// The list of all articles as JSON.

export const data = {permalink: 'index.json'}

export function render({collections, shared}) {
  const pages = collections.articles.map(({url, data}) => ({
    id: data.id,
    type: 'article',
    slug: data.slug,
    title: data.title,
    path: url,
    summary: data.summary,
    lastReviewed: data.approval.lastReviewed,
  }))
  return JSON.stringify({contract: 1, site: shared.site, pages})
}
