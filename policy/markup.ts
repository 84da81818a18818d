// Finds HTML in a text, which pasted text can bring. Pages would show it as it stands.

/** The elements of HTML, with the obsolete ones (html.spec.whatwg.org, "Elements" and "Obsolete features"). */
const ELEMENTS =
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink ' +
  'blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn ' +
  'dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 ' +
  'head header hgroup hr html i iframe img input ins isindex kbd label legend li link listing main map mark ' +
  'marquee menu meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option ' +
  'output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select ' +
  'slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea ' +
  'tfoot th thead time title tr track tt u ul var video wbr xmp'

/** "<5 mg", "p < 0.05" and "<normal and >high" are text. "<b>", "</p>" and "&nbsp;" are markup. */
const MARKUP = new RegExp(
  String.raw`</?(?:${ELEMENTS.replaceAll(' ', '|')})(?=[\s/>])[^<>]*>|<!--|&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);`,
  'i',
)

/** Whether a text holds HTML. */
export function holdsMarkup(text: string): boolean {
  return MARKUP.test(text)
}
