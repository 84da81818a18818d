// The Studio's configuration.

import {DashboardIcon} from '@sanity/icons/Dashboard'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {askBeforeLeaving} from './lake/browser/ask-before-leaving.ts'
import {keepListening} from './lake/browser/keep-listening.ts'
import {keepSession} from './lake/browser/keep-session.ts'
import {takeOwnLoginsOnly} from './lake/browser/own-logins.ts'
import {spreadListeners} from './lake/browser/spread-listeners.ts'
import {stayHere} from './lake/browser/stay-here.ts'
import {waitForServer} from './lake/browser/wait-for-server.ts'
import {documentTypes, objectTypes} from './schemas/index.ts'
import {documentActions, notCreatable} from './studio/actions/index.ts'
import {documentBadges} from './studio/badges.ts'
import {withOpening} from './studio/body/annotations.tsx'
import {withContentPreview} from './studio/body/content-previews.tsx'
import {withRaised} from './studio/body/raised.tsx'
import {withPlugins} from './studio/body/text-plugins.tsx'
import {withOneList} from './studio/checks/checks-inspector.tsx'
import {OpenTextPlugin, withMarks} from './studio/checks/marked-text.tsx'
import {withChecks} from './studio/checks/with-checks.ts'
import {Dashboard} from './studio/dashboard/dashboard.tsx'
import {dashboardRouter} from './studio/dashboard/router.ts'
import {studioLake} from './studio/environment.ts'
import {withLanguageChoice} from './studio/form/language-choice.tsx'
import {RequiredField} from './studio/form/required-field.tsx'
import {withRuleChoice} from './studio/form/rule-choice.tsx'
import {withWordPlaceholders} from './studio/form/word-placeholder.tsx'
import {messages} from './studio/messages.ts'
import {withUserChoice} from './studio/people/user-choice.tsx'
import {withStatus} from './studio/previews.tsx'
import {withFillIn} from './studio/references/fill-in.tsx'
import {withWorkLinks} from './studio/references/work-links.tsx'
import {withSourceChanges} from './studio/renditions/source-changes.tsx'
import {withOpenRequests} from './studio/review/open-requests.tsx'
import {defaultDocumentNode, structure} from './studio/structure.ts'

// Before any client is made: clients keep the `fetch` that they find.
globalThis.fetch = keepListening(spreadListeners(globalThis.fetch))
waitForServer()
askBeforeLeaving()

const lake = studioLake()
// Hosted Sanity has its own logins.
if (lake.auth) {
  globalThis.fetch = stayHere(globalThis.fetch)
  takeOwnLoginsOnly()
  keepSession()
}

export default defineConfig({
  name: 'countersign',
  title: 'Countersign',
  ...lake,
  plugins: [structureTool({structure, defaultDocumentNode})],
  tools: (tools) => [
    {
      name: 'dashboard',
      title: 'Dashboard',
      icon: DashboardIcon,
      component: Dashboard,
      router: dashboardRouter,
    },
    ...tools,
  ],
  schema: {
    types: [
      ...documentTypes
        .map(withStatus)
        .map(withChecks)
        .map(withFillIn)
        .map(withWorkLinks)
        .map(withUserChoice)
        .map(withLanguageChoice)
        .map(withWordPlaceholders)
        .map(withOpenRequests),
      ...objectTypes
        .map(withRaised)
        .map(withOpening)
        .map(withPlugins)
        .map(withMarks)
        .map(withContentPreview)
        .map(withRuleChoice)
        .map(withSourceChanges),
    ],
  },
  document: {
    actions: documentActions,
    badges: documentBadges,
    inspectors: withOneList,
    // Comments and decisions are documents of our own, which need no paid plan.
    comments: {enabled: false},
    // Actions make decisions and requests, and the site settings exist already.
    newDocumentOptions: (options) =>
      options.filter(({templateId}) => !notCreatable.includes(templateId)),
  },
  form: {components: {field: RequiredField, portableText: {plugins: OpenTextPlugin}}},
  i18n: {bundles: messages},
  // Search by plain GROQ, which the embedded lake answers too.
  search: {strategy: 'groqLegacy'},
  // The embedded lake does not have some of these. Others would publish without a reviewer's approval.
  releases: {enabled: false},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
  tasks: {enabled: false},
  announcements: {enabled: false},
  apps: {canvas: {enabled: false}},
})
