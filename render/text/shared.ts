// Texts that many pages show (answers, disclaimers): rendered once, where that is the same on all.

import type {PlainHealthText} from '../../model/health-text.ts'
import type {RenderContext} from './context.ts'
import {renderHtml} from './html.ts'
import {renderText} from './plain-text.ts'

type Render = (text: PlainHealthText, context: RenderContext) => string

/**
 * Remembers what was made of a text, by its identity: a library holds each text once. One that
 * cites or links inside the library reads differently from page to page, and is made each time.
 */
function onceForAll(render: Render): Render {
  const rendered = new WeakMap<PlainHealthText, string>()
  return (text, context) => {
    const known = rendered.get(text)
    if (known !== undefined) return known
    const fresh = render(text, context)
    if (isSameEverywhere(text)) rendered.set(text, fresh)
    return fresh
  }
}

function isSameEverywhere(text: PlainHealthText): boolean {
  return text.every(({markDefs = []}) => markDefs.every(({_type}) => _type === 'link'))
}

export const sharedHtml = onceForAll(renderHtml)
export const sharedText = onceForAll(renderText)
