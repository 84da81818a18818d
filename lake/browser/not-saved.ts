// Tells a user of an open Studio that changes are not saved yet, and why. It takes no focus. Runs in browsers, and
// imports nothing.

const STYLE = `
  .not-saved { inset: .75rem .75rem auto auto; box-sizing: border-box; width: min(24rem, calc(100vw - 1.5rem)); margin: 0; padding: 1rem 1.25rem; border: 1px solid #a4161a; border-inline-start-width: .375rem; border-radius: .5rem; font: 1rem/1.5 Inter, system-ui, sans-serif; color: #1b2a33; background: #fff; box-shadow: 0 4px 24px rgb(0 0 0 / .35); }
  .not-saved h2 { margin: 0 0 .25rem; font-size: 1.125rem; line-height: 1.2; }
  .not-saved p { margin: 0; }
  @media (prefers-color-scheme: dark) {
    .not-saved { color: #e8eef1; background: #1c262c; border-color: #ff9a9a; }
  }
`

const CONTENT = `<style>${STYLE}</style><h2>Not saved yet</h2><p></p>`

/** The notice, while one is open. */
let open: {readonly element: HTMLElement; readonly waiting: Set<object>} | undefined

/**
 * Shows one notice for all changes that wait.
 *
 * @param change What waits. The notice closes once each has left.
 * @param problem One or more sentences, without the last full stop.
 */
export function tellNotSaved(change: object, problem: string): void {
  open ??= {element: makeNotice(), waiting: new Set()}
  open.waiting.add(change)
  const words = `${problem}. Keep this window open: what you wrote is sent again every few seconds.`
  const paragraph = open.element.querySelector('p')
  // The same words once more would be read out again.
  if (paragraph?.textContent !== words) paragraph?.replaceChildren(words)
}

/** A change waits no longer. */
export function tellSaved(change: object): void {
  open?.waiting.delete(change)
  if (open?.waiting.size !== 0) return
  open.element.remove()
  open = undefined
}

function makeNotice(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'not-saved'
  element.popover = 'manual'
  element.role = 'alert'
  element.innerHTML = CONTENT
  document.body.append(element)
  element.showPopover()
  return element
}
