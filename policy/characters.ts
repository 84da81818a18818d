// What happens to each kind of character that an editor can type or paste. Most are carried to readers as
// they are. Some line ends are normalised. The rest is refused, because a reader would see something else than
// the text says, or nothing at all.
//
// Sources: Unicode Standard Annexes #9 (direction), #31 and RFC 5892, appendix A (joiners) and #44 (properties);
// Unicode Technical Standards #37 (forms of ideographs) and #51 (emoji); Unicode in XML (UTR #20).

/** What is wrong with a text, as a phrase that follows its place, and what to do. */
interface Fault {
  readonly message: string
  readonly hint: string
}

interface Refused {
  readonly pattern: RegExp
  /** @param code The character's number, such as U+202E. */
  readonly fault: (code: string) => Fault
}

const TYPE_AGAIN = 'Type the words again. Pasted text can bring such characters.'

/** The characters that no text may hold. Of several kinds in a text, the first is reported. */
const refused: readonly Refused[] = [
  {
    pattern: /\p{Surrogate}/u,
    fault: () => ({
      message: 'holds half of a character',
      hint: 'Type the words again. Cutting a text can break an emoji in two.',
    }),
  },
  {
    // HTML allows no control characters but these (html.spec.whatwg.org, "Text").
    pattern: /(?![\n\r\t])\p{Control}/u,
    fault: () => ({message: 'holds an invisible control character', hint: TYPE_AGAIN}),
  },
  {
    pattern: /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u,
    fault: (code) => ({
      message: `holds ${code}, which changes the order in which readers see the text`,
      hint: 'Type the words again, in the order in which they are read.',
    }),
  },
  {
    pattern: /[\uFFFC\uFFFD]/u,
    fault: (code) => ({
      message: `holds ${code}, which stands where something was lost`,
      hint: 'Type the lost character, or delete its place.',
    }),
  },
  {
    pattern: /\p{Noncharacter_Code_Point}|\p{Private_Use}/u,
    fault: (code) => ({
      message: `holds ${code}, which is no character outside of one program or font`,
      hint: TYPE_AGAIN,
    }),
  },
  {
    pattern: /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/u,
    fault: (code) => ({
      message: `holds ${code}, which readers cannot see`,
      hint: TYPE_AGAIN,
    }),
  },
]

/** A quick test, because almost no text holds any of them. */
const SUSPECT = new RegExp(refused.map(({pattern}) => pattern.source).join('|'), 'u')

const EMOJI = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}\uFE0F?|[\uFE0E\uFE0F])?`
const BRITISH_FLAG = String.raw`\u{1F3F4}\u{E0067}\u{E0062}[\u{E0061}-\u{E007A}]{3}\u{E007F}`
const KEYCAP = String.raw`[\d#*]\uFE0F?\u20E3`
const IDEOGRAPH = String.raw`\p{Unified_Ideograph}[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`

/** Scripts whose letters take another form beside a joiner. */
const JOINING = scripts(
  'Arabic Syriac Mongolian Nko Mandaic Adlam Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu ' +
    'Kannada Malayalam Sinhala Khmer Myanmar Balinese Javanese',
)
/** Scripts that put no spaces between words. */
const UNSPACED = scripts('Thai Lao Khmer Myanmar Tibetan Javanese Balinese')
const RIGHT_TO_LEFT = scripts('Arabic Hebrew Syriac Thaana Nko Mandaic Adlam')
const DIRECTION_MARK = String.raw`[\u200E\u200F\u061C]`
/** Between a mark and the word that it belongs to. */
const SIGNS = String.raw`[^\p{Letter}\p{Number}]{0,3}`

/** Characters that are refused elsewhere, where a script or an emoji has a use for them. */
const CARRIED = new RegExp(
  [
    // Before other emoji, because it begins with one.
    BRITISH_FLAG,
    String.raw`${EMOJI}(?:\u200D${EMOJI})*`,
    KEYCAP,
    IDEOGRAPH,
    String.raw`(?<=${JOINING}\p{Mark}*)[\u200C\u200D]`,
    String.raw`(?<=${UNSPACED}\p{Mark}*)\u200B`,
    String.raw`(?<=\p{Script=Mongolian})[\u180B-\u180F]`,
    // Elsewhere it could turn a dose around.
    `(?<=${RIGHT_TO_LEFT}${SIGNS})${DIRECTION_MARK}|${DIRECTION_MARK}(?=${SIGNS}${RIGHT_TO_LEFT})`,
  ].join('|'),
  'gu',
)

function scripts(names: string): string {
  return `[${names
    .split(' ')
    .map((name) => String.raw`\p{Script=${name}}`)
    .join('')}]`
}

/** What is wrong with the characters of a text; undefined if nothing is. */
export function characterFault(text: string): Fault | undefined {
  if (!SUSPECT.test(text)) return undefined
  // A space keeps what is left from forming a new sequence.
  const rest = text.replaceAll(CARRIED, ' ')
  for (const {pattern, fault} of refused) {
    const character = pattern.exec(rest)?.[0]
    if (character !== undefined) return fault(codeOf(character))
  }
  return undefined
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** A text with one kind of line end. Others come with pasted text, and HTML shows them as spaces or not at all. */
export function withLineBreaks(text: string): string {
  return text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
}

/** A text of one line. A break in it came with pasted or imported text. */
export function onOneLine(text: string): string {
  return withLineBreaks(text).replaceAll(/\n+/g, ' ')
}

/** White space, and what is never seen. Unicode counts a Braille pattern, a filler and a null note as visible. */
const BLANK =
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}\u2800\u{16FE4}\u{1D159}]*$/u

/** Whether a reader sees nothing of a text. */
export function isBlank(text: string): boolean {
  return BLANK.test(text)
}
