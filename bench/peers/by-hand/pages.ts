// The pages of the hand-written script.

import {escapeHTML} from '@portabletext/to-html'
import {disclaimersOf} from './disclaimers.ts'
import type {Card} from './json.ts'
import {cite, htmlOf, numbered, questionAside, therapyCard} from './text.ts'
import type {Article, Disclaimer, Person, Question, Site, Therapy} from './types.ts'

const days = new Intl.DateTimeFormat('en-US', {dateStyle: 'long', timeZone: 'UTC'})

function day(time: string): string {
  return `<time datetime="${time.slice(0, 10)}">${days.format(new Date(time))}</time>`
}

interface Head {
  readonly title: string
  readonly description: string
  readonly address: string
  readonly data?: object
}

function layout({title, description, address, data}: Head, site: Site, main: string): string {
  return `<!doctype html>
<html lang="en-US">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'">
    <title>${escapeHTML(title)} – ${escapeHTML(site.title)}</title>
    <meta name="description" content="${escapeHTML(description)}">
    <link rel="canonical" href="${site.url}/${address}">
    <link rel="stylesheet" href="/styles.css">
    ${data ? `<script type="application/ld+json">${JSON.stringify(data)}</script>` : ''}
  </head>
  <body>
    <a class="skip-link" href="#main">Skip to the content</a>
    <header class="site-header">
      <p class="site-name"><a href="/index.html">${escapeHTML(site.title)}</a></p>
      <nav aria-label="Site">
        <ul>
          <li><a href="/index.html">Articles</a></li>
          <li><a href="/faq.html">Questions</a></li>
        </ul>
      </nav>
    </header>
    <main id="main" class="wrap" tabindex="-1">${main}</main>
    <footer class="site-footer"><p>Published by ${escapeHTML(site.publisher)}.</p></footer>
  </body>
</html>`
}

function person({name, credentials, jobTitle}: Person): object {
  return {'@type': 'Person', name, honorificSuffix: credentials, jobTitle}
}

export function articlePage(article: Article, all: readonly Disclaimer[], site: Site): string {
  const {title, summary, slug, body, authors, reviewers, conditions, therapies, faqs} = article
  const works = numbered(article.works)
  const address = `articles/${slug.current}.html`
  const html = htmlOf(body, works)
  const contents = Array.from(
    html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g),
    ([, id, text]) => `<li><a href="#${id}">${text}</a></li>`,
  )
  const data = {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    url: `${site.url}/${address}`,
    inLanguage: 'en-US',
    lastReviewed: article._updatedAt.slice(0, 10),
    reviewedBy: reviewers.map(person),
    publisher: {'@type': 'Organization', name: site.publisher},
    headline: title,
    description: summary,
    datePublished: article._createdAt.slice(0, 10),
    dateModified: article._updatedAt.slice(0, 10),
    audience: {'@type': 'Patient'},
    author: authors.map(person),
    about: [
      ...conditions.map(({name}) => ({'@type': 'MedicalCondition', name})),
      ...therapies.map(({name}) => ({'@type': 'MedicalTherapy', name})),
    ],
    citation: works.map((work) => ({
      '@type': 'CreativeWork',
      name: cite(work),
      url: `https://doi.org/${work.doi}`,
    })),
  }
  const main = `<article>
  <p class="kicker">For patients</p>
  <h1>${escapeHTML(title)}</h1>
  <p class="lead">${escapeHTML(summary)}</p>
  <div class="reviewed">
    ${reviewers.map(({name, credentials, affiliation}) => `<p><strong>Reviewed by ${escapeHTML(name)}, ${escapeHTML(credentials)} (${escapeHTML(affiliation)})</strong> on ${day(article._updatedAt)}</p>`).join('')}
  </div>
  <nav class="contents" aria-labelledby="contents">
    <h2 id="contents">On this page</h2>
    <ul>${contents.join('')}</ul>
  </nav>
  <div class="prose">${html}</div>
  <section><h2>Treatments in this article</h2>${therapies.map(therapyCard).join('')}</section>
  ${faqs.length > 0 ? `<section><h2>Questions people ask</h2>${faqs.map(questionAside).join('')}</section>` : ''}
  <section><h2>Important information</h2>${disclaimersOf(article, all)
    .map((one) => `<h3>${escapeHTML(one.title)}</h3>${htmlOf(one.body)}`)
    .join('')}</section>
  <section><h2>References</h2><ol>${works.map((work, index) => `<li id="reference-${index + 1}">${escapeHTML(cite(work))} <a href="https://doi.org/${work.doi}">doi:${work.doi}</a></li>`).join('')}</ol></section>
  <section>
    <h2>About this page</h2>
    <dl>
      <div><dt>Written by</dt><dd>${authors.map(({name, credentials}) => `${escapeHTML(name)}, ${escapeHTML(credentials)}`).join('; ')}</dd></div>
      <div><dt>First published</dt><dd>${day(article._createdAt)}</dd></div>
      <div><dt>Last changed</dt><dd>${day(article._updatedAt)}</dd></div>
    </dl>
  </section>
</article>
<section class="helpful">
  <h2>Was this article helpful?</h2>
  <p><a href="mailto:${site.feedbackEmail}?subject=${encodeURIComponent(title)}">Write to us</a></p>
</section>`
  return layout({title, description: summary, address, data}, site, main)
}

export function therapyPage(therapy: Therapy, site: Site): string {
  const {name: title, summary, slug, description, administration, evidence} = therapy
  const text = [description, administration, evidence].map((part) => htmlOf(part)).join('')
  const main = `<article><p class="kicker">Treatment</p><h1>${escapeHTML(title)}</h1><p class="lead">${escapeHTML(summary)}</p><div class="prose">${text}</div></article>`
  const address = `therapies/${slug.current}.html`
  return layout({title, description: summary, address}, site, main)
}

export function faqPage(questions: readonly Question[], site: Site): string {
  const title = 'Questions people ask'
  const main = `<h1>${title}</h1>${questions.map(questionAside).join('')}`
  return layout({title, description: site.description, address: 'faq.html'}, site, main)
}

/** One page of the list of articles. */
export function indexPage(cards: readonly Card[], page: number, pages: number, site: Site): string {
  const address = (number: number): string => (number === 1 ? 'index.html' : `index-${number}.html`)
  const items = cards.map(
    ({slug, title, summary, lastReviewed}) =>
      `<li class="card"><h3><a href="articles/${slug}.html">${escapeHTML(title)}</a></h3><p>${escapeHTML(summary)}</p><p class="hint">Reviewed ${day(lastReviewed)}</p></li>`,
  )
  const main = `<h1>${escapeHTML(site.title)}</h1>
<ul class="card-list">${items.join('')}</ul>
<nav class="pagination" aria-label="Pages">
  ${page > 1 ? `<a rel="prev" href="${address(page - 1)}">Previous page</a>` : ''}
  <span>Page ${page} of ${pages}</span>
  ${page < pages ? `<a rel="next" href="${address(page + 1)}">Next page</a>` : ''}
</nav>`
  return layout(
    {title: site.title, description: site.description, address: address(page)},
    site,
    main,
  )
}
