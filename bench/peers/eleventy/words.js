// Small texts that several templates of the Eleventy site need.

const days = new Intl.DateTimeFormat('en-US', {dateStyle: 'long', timeZone: 'UTC'})

/** A day for people. */
export function longDay(day) {
  return days.format(new Date(day))
}

/** A citation in one line. */
export function cite({author, title, containerTitle, issued, volume, issue, page}) {
  const names = author.map(({family, given}) => `${family} ${given}`).join(', ')
  return `${names}. ${title}. ${containerTitle}. ${issued};${volume}(${issue}):${page}.`
}

/** The id of a heading. */
export function idOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** HTML without its tags. */
export function plain(html) {
  return html.replaceAll(/<[^>]+>/g, '')
}
