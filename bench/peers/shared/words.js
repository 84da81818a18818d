// Words and HTML that the sites of Eleventy and Astro have alike. The bench puts this folder beside their sites.

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

/** HTML without its tags. */
export function plain(html) {
  return html.replaceAll(/<[^>]+>/g, '')
}

export function therapyCard({slug, name, summary, label, meaning}) {
  return [
    '<div class="therapy-card">',
    `<p class="therapy-card-name"><a href="../therapies/${slug}.html">${name}</a></p>`,
    `<p>${summary}</p>`,
    `<p class="therapy-card-evidence"><strong>Evidence: ${label}.</strong> ${meaning}</p>`,
    '</div>',
  ].join('\n')
}

/** @param toHtml Renders Markdown as the site does. */
export function questionAside({question, answer}, toHtml) {
  return [
    `<aside class="question" aria-label="${question}">`,
    `<p class="question-title">${question}</p>`,
    toHtml(answer),
    '</aside>',
  ].join('\n')
}
