// Draws the wall times of one size as bars: a group for each scenario, a bar for each contender.

import {html} from 'ghtml'
import {scenarios, type Scenario} from './contender.ts'
import type {ContenderResult, SizeResult} from './export.ts'
import {articlesInWords, measuredScenarios, nameOf} from './report.ts'

const WIDTH = 760
const MARGIN = 20
/** Where bars begin, and how long the longest is. The words beside it need the rest. */
const LEFT = 160
const LONGEST = 450
const BAR = 14
const LINE = 20
const TITLE = 66
const GROUP = 40

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2933 }
  .title { font-size: 17px; font-weight: 600 }
  .group { font-weight: 600 }
  .quiet { fill: #52606d }
  .value { paint-order: stroke; stroke: #ffffff; stroke-width: 5px }
  .page { fill: #ffffff }
  .bar { fill: #8793a0 }
  .own { fill: #0b7285 }
  .one { stroke: #52606d; stroke-dasharray: 3 3 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e7eb }
    .quiet { fill: #a8b3bf }
    .value { stroke: #14191f }
    .page { fill: #14191f }
    .bar { fill: #6f7d8b }
    .own { fill: #3bc9db }
    .one { stroke: #a8b3bf }
  }
`

interface Bar {
  readonly contender: ContenderResult
  readonly seconds: number
  /** Over a full export. */
  readonly ratio: number
}

/** The bars of a scenario, in the order of the contenders. */
function barsOf({contenders}: SizeResult, scenario: Scenario, full: number): Bar[] {
  return contenders.flatMap((contender) => {
    const seconds = contender.medians[scenario]?.seconds
    return seconds === undefined ? [] : [{contender, seconds, ratio: seconds / full}]
  })
}

/** An SVG image. It has no scripts, and follows the colours that its reader prefers. */
export function chart(size: SizeResult): string {
  const full = size.contenders[0]?.medians.full?.seconds ?? Number.NaN
  const groups = measuredScenarios(size).map((scenario) => ({
    scenario,
    bars: barsOf(size, scenario, full),
  }))
  const most = Math.max(1, ...groups.flatMap(({bars}) => bars.map(({ratio}) => ratio)))
  const scale = LONGEST / most
  const heights = groups.map(({bars}) => GROUP + bars.length * LINE)
  const height = TITLE + heights.reduce((sum, one) => sum + one, 0) + MARGIN
  const title = `Wall time with ${articlesInWords(size.articles)}, over a full export`
  const described = groups
    .map(({scenario, bars}) => `${scenarios[scenario]}: ${bars.map(barInWords).join(', ')}`)
    .join('. ')
  const drawn = groups.map(({scenario, bars}, index) => {
    const top = TITLE + heights.slice(0, index).reduce((sum, one) => sum + one, 0)
    return groupSvg(scenarios[scenario], bars, top, scale)
  })
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${WIDTH}"
    height="${height}"
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-labelledby="title description"
  >
    <title id="title">${title}</title>
    <desc id="description">${described}.</desc>
    <style>
      !${STYLE}
    </style>
    <rect class="page" width="${WIDTH}" height="${height}" rx="8" />
    <text class="title" x="${MARGIN}" y="32">${title}</text>
    <text class="quiet" x="${MARGIN}" y="52">
      Shorter is better. The dashed line is a full export of Countersign.
    </text>
    <line
      class="one"
      x1="${LEFT + scale}"
      x2="${LEFT + scale}"
      y1="${TITLE + 8}"
      y2="${height - MARGIN}"
    />
    !${drawn.join('\n')}
  </svg> `
}

function barInWords({contender, ratio, seconds}: Bar): string {
  return `${nameOf(contender)} ${ratio.toFixed(2)} (${seconds.toFixed(1)} s)`
}

function groupSvg(name: string, bars: readonly Bar[], top: number, scale: number): string {
  const heading = html`<text class="group" x="${MARGIN}" y="${top + 28}">${capital(name)}</text>`
  return [
    heading,
    ...bars.map((bar, index) => barSvg(bar, top + GROUP + index * LINE, scale)),
  ].join('\n')
}

function barSvg({contender, seconds, ratio}: Bar, top: number, scale: number): string {
  const width = Math.max(1, ratio * scale)
  const name = contender.name === 'countersign' ? 'bar own' : 'bar'
  return html`<text x="${MARGIN}" y="${top + 12}">${nameOf(contender)}</text
    ><rect
      class="${name}"
      x="${LEFT}"
      y="${top}"
      width="${width.toFixed(1)}"
      height="${BAR}"
      rx="2"
    /><text class="quiet value" x="${(LEFT + width + 8).toFixed(1)}" y="${top + 12}"
      >${ratio.toFixed(2)} · ${seconds.toFixed(1)} s</text
    >`
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
