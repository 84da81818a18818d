// What a component needs to know about its page and its channel.

import GithubSlugger from 'github-slugger'
import type {AnswerText, Figure, HealthText, PlainHealthText} from '../../model/health-text.ts'
import type {InterfaceWords} from '../../schemas/data/interface-words.ts'
import type {Library, PageCard} from './library.ts'

type Text = HealthText | PlainHealthText

/** What has been rendered of one page's texts. It does not depend on the channel's addresses. */
export interface PageTexts {
  /** The HTML of each text, with marks for addresses (text/addresses.ts). */
  readonly html: WeakMap<Text, string>
  /** Gives each heading of the page an id of its own. */
  readonly slugger: GithubSlugger
}

/** A page of which no text has been rendered yet. */
export function emptyPageTexts(): PageTexts {
  return {html: new WeakMap(), slugger: new GithubSlugger()}
}

export interface RenderContext {
  readonly library: Library
  /** The language of the page, as a BCP 47 tag, and the words of its interface. */
  readonly language: string
  readonly words: InterfaceWords
  /** The number of each cited work on this page, by the work's id. */
  readonly numbers: ReadonlyMap<string, number>
  /** The cache of the page's texts. Channels may share it if they have the same numbers. */
  readonly texts: PageTexts
  /** The address of a page in this channel. */
  readonly addressOf: (card: PageCard) => string
  /** The address of an image in this channel, from its `imagePath`. */
  readonly imageAddress: (path: string) => string
  /** The first picture of the page, which browsers load at once. They load others when the reader comes near. */
  readonly firstPicture?: Figure | undefined
}

/** Renders a text inside a block, in the form in which the block itself is rendered. */
export type RenderText = (text: AnswerText) => string

/** Renders the heading of a block, at the rank that fits its place on the page. */
export type RenderHeading = (words: string, className: string) => string

/** How one kind of block is rendered. */
export interface BlockComponent<Block> {
  readonly html: (
    block: Block,
    context: RenderContext,
    renderText: RenderText,
    renderHeading: RenderHeading,
  ) => string
  /** For channels that cannot show HTML. It must say everything that matters. */
  readonly text: (block: Block, context: RenderContext, renderText: RenderText) => string
}
