// Sanity's own messages, where they would mislead writers here.

import {defineLocaleResourceBundle} from 'sanity'

export const messages = [
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'structure',
    resources: {
      // Only the two lists of a writer's own work have a filter. Sanity says "No matching documents".
      'panes.document-list-pane.no-matching-documents.text':
        'Nothing is here now. “My drafts” shows your drafts, and “Sent back to me” the texts that a reviewer sent back.',
    },
  }),
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'validation',
    resources: {
      // Sanity asks to publish it, but a new text goes to review and to readers together with this one.
      'object.reference-not-published':
        'This document is not published. A new one goes to review together with this text.',
    },
  }),
]
