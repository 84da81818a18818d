// Portable Text as HTML, for the hand-written script.

import {escapeHTML, toHTML, type PortableTextComponents} from '@portabletext/to-html'
import type {Question, Text, Therapy, Work} from './types.ts'

/** The ids of the works that a page cites, each once and in order. */
export function numbered(works: readonly Work[]): Work[] {
  return [...new Map(works.map((work) => [work._id, work])).values()]
}

function componentsOf(works: readonly Work[]): PortableTextComponents {
  const numbers = new Map(works.map(({_id}, index) => [_id, index + 1]))
  const components: PortableTextComponents = {
    types: {
      callout: ({value}) =>
        `<div class="callout callout-${value.tone}" role="note"><p class="callout-title">${escapeHTML(value.title)}</p>${toHTML(value.body, {components})}</div>`,
      richTable: ({value}) => {
        const rows = value.rows.map(
          ({cells}: {cells: {value: Text}[]}) =>
            `<tr>${cells.map((cell) => `<td>${toHTML(cell.value, {components})}</td>`).join('')}</tr>`,
        )
        return `<table><caption>${escapeHTML(value.caption)}</caption>${rows.join('')}</table>`
      },
      therapyEmbed: ({value}) => therapyCard(value.therapy),
      faqEmbed: ({value}) => questionAside(value.faq),
    },
    marks: {
      link: ({children, value}) => `<a href="${escapeHTML(value.href)}">${children}</a>`,
      internalLink: ({children, value: {target}}) =>
        `<a href="../${target._type === 'article' ? 'articles' : 'therapies'}/${target.slug.current}.html">${children}</a>`,
      citation: ({children, value: {target}}) => {
        const number = numbers.get(target._id)
        return `${children} <a href="#reference-${number}">${number}</a>`
      },
    },
    block: {
      h2: ({children, value}) => `<h2 id="section-${value._key}">${children}</h2>`,
    },
  }
  return components
}

/** A text as HTML. Its citations lead to the references of the page. */
export function htmlOf(text: Text, works: readonly Work[] = []): string {
  return toHTML(text, {components: componentsOf(works)})
}

export function plainOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '')
}

export function cite({author, title, containerTitle, issued, volume, issue, page}: Work): string {
  const names = author.map(({family, given}) => `${family} ${given}`).join(', ')
  return `${names}. ${title}. ${containerTitle}. ${issued};${volume}(${issue}):${page}.`
}

export function therapyCard({
  name,
  slug,
  summary,
  evidenceLevel,
}: Pick<Therapy, 'name' | 'slug' | 'summary' | 'evidenceLevel'>): string {
  return `<div class="therapy-card">
  <p class="therapy-card-name"><a href="../therapies/${slug.current}.html">${escapeHTML(name)}</a></p>
  <p>${escapeHTML(summary)}</p>
  <p class="therapy-card-evidence"><strong>Evidence: ${evidenceLevel}.</strong></p>
</div>`
}

export function questionAside({question, answer}: Pick<Question, 'question' | 'answer'>): string {
  return `<aside class="question" aria-label="${escapeHTML(question)}">
  <p class="question-title">${escapeHTML(question)}</p>
  ${htmlOf(answer)}
</aside>`
}
