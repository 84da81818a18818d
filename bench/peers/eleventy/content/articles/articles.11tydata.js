// What all articles have in common.

export default {
  layout: 'article.liquid',
  permalink: 'articles/{{ slug }}.html',
}
