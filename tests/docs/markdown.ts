// Reads the Markdown files of this repository: their prose as a document for the editorial rules, and
// their links and code.

import {globSync, readFileSync} from 'node:fs'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {visit} from 'unist-util-visit'
import type {StoredDocument} from '../../review/revision.ts'

/** Every Markdown file of the project. */
export const markdownFiles = globSync('**/*.md', {exclude: ['node_modules', '.*']})

/** Replaces code in a sentence, so that the name of a file counts as one short word. */
const CODE = 'Code'

function treeOf(path: string) {
  return fromMarkdown(readFileSync(path, 'utf8'), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
}

type Node = ReturnType<typeof treeOf> | ReturnType<typeof treeOf>['children'][number]

/** @param code Replaces each piece of code. By default the code stays. */
function wordsIn(node: Node, code?: string): string {
  let words = ''
  visit(node, (inner) => {
    if (inner.type === 'text') words += inner.value.replaceAll('\n', ' ')
    if (inner.type === 'inlineCode') words += code ?? inner.value
    if (inner.type === 'break') words += ' '
  })
  return words
}

/** Paragraphs, list items and table cells of a file as the body of an article. */
export function proseOf(path: string): StoredDocument {
  const body: object[] = []
  const add = (node: Node): void => {
    const _key = `b${body.length + 1}`
    const children = [{_type: 'span', _key: 's', text: wordsIn(node, CODE), marks: []}]
    body.push({_type: 'block', _key, style: 'normal', markDefs: [], children})
  }
  visit(treeOf(path), (node) => {
    if (node.type === 'paragraph' || node.type === 'tableCell') add(node)
  })
  return {_id: path, _type: 'article', body}
}

/** The targets of the links and images of a file, as written. */
export function linksOf(path: string): string[] {
  const links: string[] = []
  visit(treeOf(path), (node) => {
    if (node.type === 'link' || node.type === 'image') links.push(node.url)
  })
  return links
}

/** The code of a file: words between backticks, and whole blocks. */
export function codeOf(path: string): {readonly words: string[]; readonly blocks: string[]} {
  const words: string[] = []
  const blocks: string[] = []
  visit(treeOf(path), (node) => {
    if (node.type === 'inlineCode') words.push(node.value)
    if (node.type === 'code') blocks.push(node.value)
  })
  return {words, blocks}
}

/** The words in italics in the sentences of a file. Whole paragraphs in italics are captions of pictures. */
export function emphasisOf(path: string): string[] {
  const words: string[] = []
  visit(treeOf(path), (node, _index, parent) => {
    if (node.type === 'emphasis' && (parent?.type !== 'paragraph' || parent.children.length > 1))
      words.push(wordsIn(node))
  })
  return words
}

/** The headings of a file, as plain text. */
export function headingsOf(path: string): string[] {
  const headings: string[] = []
  visit(treeOf(path), (node) => {
    if (node.type === 'heading') headings.push(wordsIn(node))
  })
  return headings
}
