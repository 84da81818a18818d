// Marks the words of findings in a text while a writer types, and lets the checks show and mend them.

import {useEditor, type Editor, type RangeDecoration} from '@portabletext/editor'
import {defineBehavior, raise} from '@portabletext/editor/behaviors'
import {BehaviorPlugin} from '@portabletext/editor/plugins'
import {studioPath} from '@sanity/client/csm'
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react'
import {
  useClient,
  useFormValue,
  type PortableTextInputProps,
  type PortableTextPluginsProps,
} from 'sanity'
import {useDocumentPane} from 'sanity/structure'
import type {Severity} from '../../policy/finding.ts'
import {isObject} from '../../policy/references.ts'
import {contentOf, type StoredDocument} from '../../review/revision.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {useKeptBlock} from '../body/emptied-text.ts'
import {TextForm} from '../body/text-form.ts'
import {valueOf} from '../review/loadable.ts'
import {useLast, useLoadable} from '../review/use-loadable.ts'
import {findingsIn} from './findings.ts'
import {marksIn, type Mark, type Range} from './marks.ts'
import {enter, type Change} from './open-texts.ts'
import {PAUSE_MS} from './use-findings.ts'

/** Adds the marks to a type of text. Other types stay as they are. */
export function withMarks<
  Type extends {
    readonly type: string
    readonly of?: readonly {readonly type: string}[]
    readonly components?: object
  },
>(type: Type) {
  return type.type === 'array' && type.of?.some((member) => member.type === 'block')
    ? {...type, components: {...type.components, input: MarkedText}}
    : type
}

/** A text of a document. */
interface PlaceOfText {
  /** The id of its document. */
  readonly document: string
  /** The path of the text in it. */
  readonly path: string
  readonly onEditor: (editor: Editor | undefined) => void
}

const Place = createContext<PlaceOfText | undefined>(undefined)

function MarkedText(props: PortableTextInputProps): ReactNode {
  const value = useFormValue([])
  const document = isStored(value) ? value : undefined
  const id = document && contentOf(document)._id
  const path = studioPath.toString(props.path)
  const [editor, setEditor] = useState<Editor>()
  const place = useMemo(
    () => (id === undefined ? undefined : {document: id, path, onEditor: setEditor}),
    [id, path],
  )
  const {openPath} = useDocumentPane()
  const rangeDecorations = useMarks(document, path, openPath.includes('markDefs'))
  const kept = useKeptBlock(props.value, editor)
  return (
    <Place value={place}>
      <style href="marked-words" precedence="default">
        {WORDS_ONLY}
      </style>
      <TextForm value={props}>
        {props.renderDefault({...props, value: kept, rangeDecorations})}
      </TextForm>
    </Place>
  )
}

/** Sanity colours the whole paragraph. Where its words are marked, that says nothing more. */
const WORDS_ONLY =
  ':is([data-error], [data-warning]):has([data-finding]) {--marker-bg-color: transparent !important}'

function isStored(value: unknown): value is StoredDocument {
  return isObject(value) && '_id' in value && '_type' in value
}

const NONE: RangeDecoration[] = []

/**
 * The marks of the last text that was checked. While the writer types, the editor moves them with their words: a
 * new list would put them back.
 *
 * @param isInForm Whether the writer is in the form of a citation or link. New marks would close it, since they draw
 *   the words anew at which it hangs. They wait.
 */
function useMarks(
  document: StoredDocument | undefined,
  path: string,
  isInForm: boolean,
): RangeDecoration[] {
  const client = useClient({apiVersion: API_VERSION})
  const ask = useMemo(() => {
    if (!document) return undefined
    return async () =>
      marksIn(document, studioPath.fromString(path), await findingsIn(client, document)).map(
        decorationOf,
      )
  }, [client, document, path])
  const marks = valueOf(useLoadable(ask, PAUSE_MS).loadable)
  return useLast(isInForm ? undefined : marks) ?? NONE
}

function decorationOf({range, severity, says}: Mark): RangeDecoration {
  return {
    selection: {anchor: {...range.anchor}, focus: {...range.focus}},
    component: ({children}) => (
      <span data-finding={severity} style={looks[severity]} title={says}>
        {children}
      </span>
    ),
    // The editor compares marks by this and their words.
    payload: {severity, says},
  }
}

/** The lines differ in form too, for readers who do not see the colours. */
const looks: Readonly<Record<Severity, CSSProperties>> = {
  error: lookOf('wavy', 'var(--card-badge-critical-icon-color)'),
  warning: lookOf('dotted', 'var(--card-badge-caution-icon-color)'),
}

function lookOf(line: string, colour: string): CSSProperties {
  return {
    backgroundColor: `color-mix(in srgb, ${colour} 12%, transparent)`,
    textDecoration: `underline ${line} ${colour} 2px`,
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  }
}

const MEND = 'custom.mend'

/** One event, so that one step of the history takes all of it back. */
const mending = [
  defineBehavior<{changes: readonly Change[]}>({
    on: MEND,
    actions: [
      ({event}) => event.changes.map(({at, value}) => raise({type: 'set', at: [...at], value})),
    ],
  }),
]

/** Makes each open text known to the checks. */
export function OpenTextPlugin(props: PortableTextPluginsProps): ReactNode {
  const editor = useEditor()
  const place = useContext(Place)
  useEffect(() => {
    if (!place) return undefined
    const select = ({anchor, focus}: Range): void => {
      const at = {
        anchor: {...anchor, path: [...anchor.path]},
        focus: {...focus, path: [...focus.path]},
      }
      editor.send({type: 'select', at})
    }
    const reveal = (): void => {
      editor.send({type: 'focus'})
      editor.dom.getStartBlockElement(editor.getSnapshot())?.scrollIntoView({block: 'center'})
    }
    place.onEditor(editor)
    const leave = enter({
      document: place.document,
      path: studioPath.fromString(place.path),
      show: (range) => {
        select(range)
        reveal()
      },
      set: (changes) => {
        const path = changes.find(({at}) => at[1] === 'children')?.at.slice(0, 3)
        // Before the change: a selection after it would be a step of its own in the history.
        if (path) select({anchor: {path, offset: 0}, focus: {path, offset: 0}})
        editor.send({type: MEND, changes})
        reveal()
      },
    })
    return () => {
      place.onEditor(undefined)
      leave()
    }
  }, [editor, place])
  return (
    <>
      {props.renderDefault(props)}
      <BehaviorPlugin behaviors={mending} />
    </>
  )
}
