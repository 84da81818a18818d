// What the editor of a text can do beyond Sanity's own: paste from word processors, tables edited in place, and
// blocks that leave sentences whole.

import {BehaviorPlugin} from '@portabletext/editor/plugins'
import type {PortableTextPluginsProps} from 'sanity'
import {PastePlugin} from '../paste/paste-plugin.tsx'
import {betweenParagraphs} from './between-paragraphs.ts'
import {tableContainers} from './table-editor.tsx'

/** Adds the plugins to a type of text. Other types stay as they are. */
export function withPlugins<
  Type extends {readonly type: string; readonly of?: readonly {readonly type: string}[]},
>(type: Type) {
  const holds = (member: string) => type.of?.some((one) => one.type === member) === true
  if (type.type !== 'array' || !holds('block')) return type
  const plugins = holds('richTable') ? BodyPlugins : TextPlugins
  return {...type, components: {portableText: {plugins}}}
}

function TextPlugins(props: PortableTextPluginsProps) {
  return (
    <>
      {props.renderDefault(props)}
      <PastePlugin />
      <BehaviorPlugin behaviors={betweenParagraphs} />
    </>
  )
}

function BodyPlugins(props: PortableTextPluginsProps) {
  const table = {enabled: true, containers: tableContainers}
  return <TextPlugins {...props} plugins={{...props.plugins, table}} />
}
