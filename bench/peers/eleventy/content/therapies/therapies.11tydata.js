// What all pages of treatments have in common.

export default {
  layout: 'therapy.liquid',
  permalink: 'therapies/{{ slug }}.html',
}
