// A dialog in which a user logs in again, over an open Studio. It takes no focus by itself: a user who is in the
// middle of a sentence goes on with it. Runs in browsers, and imports nothing.

const STYLE = `
  .log-in-again { inset: .75rem .75rem auto auto; box-sizing: border-box; width: min(22rem, calc(100vw - 1.5rem)); margin: 0; padding: 1.25rem; border: 1px solid #70808a; border-radius: .5rem; font: 1rem/1.5 system-ui, sans-serif; color: #1b2a33; background: #fff; box-shadow: 0 4px 24px rgb(0 0 0 / .35); }
  .log-in-again h2 { margin: 0 0 .25rem; font-size: 1.125rem; line-height: 1.2; }
  .log-in-again p { margin: 0 0 .75rem; }
  .log-in-again label { display: block; margin-bottom: .25rem; font-weight: 600; }
  .log-in-again input, .log-in-again button { box-sizing: border-box; width: 100%; padding: .5rem .75rem; font: inherit; border-radius: .25rem; }
  .log-in-again input { margin-bottom: .75rem; color: inherit; background: inherit; border: 1px solid #70808a; }
  .log-in-again button { font-weight: 600; color: #fff; background: #0b5d66; border: 1px solid #0b5d66; cursor: pointer; }
  .log-in-again :focus-visible { outline: 3px solid #0b5d66; outline-offset: 2px; }
  .log-in-again .problem { color: #a4161a; font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .log-in-again { color: #e8eef1; background: #1c262c; }
    .log-in-again button { color: #10292c; background: #7fd4dd; border-color: #7fd4dd; }
    .log-in-again :focus-visible { outline-color: #7fd4dd; }
    .log-in-again .problem { color: #ff9a9a; }
  }
`

/** No words of a user are in it, so none need escaping. */
const CONTENT = `
  <style>${STYLE}</style>
  <h2 id="log-in-again">Log in again</h2>
  <p role="alert">Your session has ended. Nothing is lost: write on, and what you wrote is saved as soon as you have logged in.</p>
  <form>
    <p class="problem" role="alert"></p>
    <label for="log-in-again-name">Name</label>
    <input id="log-in-again-name" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required />
    <label for="log-in-again-password">Password</label>
    <input id="log-in-again-password" name="password" type="password" autocomplete="current-password" required />
    <button>Log in</button>
  </form>
`

/**
 * Asks until a login succeeds. The focus then goes back to where the user was.
 *
 * @param logIn Tries a name and a password. Returns the problem with them, if there is one.
 */
export function askToLogIn(
  logIn: (username: string, password: string) => Promise<string | undefined>,
): Promise<void> {
  const dialog = document.createElement('div')
  dialog.className = 'log-in-again'
  dialog.popover = 'manual'
  dialog.role = 'dialog'
  dialog.setAttribute('aria-labelledby', 'log-in-again')
  dialog.innerHTML = CONTENT
  const goBack = rememberPlace(dialog)
  document.body.append(dialog)
  dialog.showPopover()
  return new Promise((resolve) => {
    const onSubmit = async (form: HTMLFormElement): Promise<void> => {
      const entered = new FormData(form)
      const problem = await logIn(String(entered.get('username')), String(entered.get('password')))
      form.querySelector('.problem')?.replaceChildren(problem ?? '')
      if (problem !== undefined) return
      dialog.remove()
      goBack()
      resolve()
    }
    dialog.addEventListener('submit', (event) => {
      event.preventDefault()
      if (event.target instanceof HTMLFormElement) void onSubmit(event.target)
    })
  })
}

/**
 * Remembers where the user was before entering an element.
 *
 * @returns a function that brings the focus and the cursor back
 */
function rememberPlace(entered: HTMLElement): () => void {
  let focused: HTMLElement | undefined
  let range: Range | undefined
  const watching = new AbortController()
  const onLeave = ({target, relatedTarget}: FocusEvent): void => {
    const enters = relatedTarget instanceof Node && entered.contains(relatedTarget)
    if (!enters || !(target instanceof HTMLElement) || entered.contains(target)) return
    focused = target
    const selection = getSelection()
    range = selection?.rangeCount === 1 ? selection.getRangeAt(0).cloneRange() : undefined
  }
  document.addEventListener('focusout', onLeave, {signal: watching.signal})
  return () => {
    watching.abort()
    focused?.focus()
    if (!focused?.isContentEditable || !range) return
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }
}
