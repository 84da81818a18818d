// Asks a user who closes the window, or loads it again, while the lake does not have all that was written. Runs in
// browsers, and imports nothing.

/** The Studio sends what a user did at most so long afterwards. */
const SENDING_MS = 3000

/** Fields of the Studio whose words go nowhere before the user presses a button mark themselves so while they hold any. */
const UNSENT = '[data-unsent]'

/** What a press on one of these changes is sent a moment later. Links change nothing. */
const CHANGING = 'button, input, select, [role="option"], [role="menuitem"]'

/**
 * Lets the browser ask before the Studio is left with changes that are not stored. Does nothing outside browsers.
 * Must run before the Studio does: its list of who is online ends for good on each `beforeunload`, also where the
 * user then stays.
 */
export function askBeforeLeaving(): void {
  if (typeof window === 'undefined') return
  const changes = changesUnderWay()
  let doneAt = -Infinity
  const noteTime = ({timeStamp}: Event): void => {
    doneAt = timeStamp
  }
  for (const type of ['beforeinput', 'input', 'paste', 'drop']) {
    window.addEventListener(type, noteTime, {capture: true})
  }
  window.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest(CHANGING)) noteTime(event)
    },
    {capture: true},
  )
  // The Studio takes Undo and its like for itself. The browser's own keys, such as those that load a page, change nothing.
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) noteTime(event)
  })
  window.addEventListener('beforeunload', (event) => {
    const isSent = changes.size === 0 && event.timeStamp - doneAt > SENDING_MS
    if (isSent && document.querySelector(UNSENT) === null) return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
}

/** The requests for changes that were sent and have no answer yet. */
function changesUnderWay(): ReadonlySet<XMLHttpRequest> {
  const underWay = new Set<XMLHttpRequest>()
  const watched = new WeakSet<XMLHttpRequest>()
  const {prototype} = XMLHttpRequest
  prototype.open = new Proxy(prototype.open, {
    apply: (open, request: XMLHttpRequest, args: unknown[]) => {
      if (isChange(args) && !watched.has(request)) {
        watched.add(request)
        request.addEventListener('loadstart', () => underWay.add(request))
        request.addEventListener('loadend', () => {
          if (isAnswered(request)) underWay.delete(request)
        })
      }
      Reflect.apply(open, request, args)
    },
  })
  // The client also does so once it has read an answer. The request then has no other end.
  prototype.abort = new Proxy(prototype.abort, {
    apply: (abort, request: XMLHttpRequest) => {
      underWay.delete(request)
      Reflect.apply(abort, request, [])
    },
  })
  return underWay
}

function isChange([method, address]: readonly unknown[]): boolean {
  return method === 'POST' && /\/data\/(?:actions|mutate)\//.test(String(address))
}

/** A change without such an answer is sent again: the server was away, could not write, or asked for a login. */
function isAnswered({status}: XMLHttpRequest): boolean {
  return status !== 0 && status !== 401 && status < 500
}
