// Generators of static sites, which read the same articles as Markdown.

import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Failure} from '../../pipeline/failure.ts'
import {scenarioNames, type Contender} from '../contender.ts'
import type {Command} from '../measure.ts'
import {contentMakers, makeOnce, removeAll, type Trial} from '../trial.ts'
import {installed, programOf} from './npm.ts'
import {changeSite, SHARED, writeSite, type SiteStyle} from './site.ts'

interface Generator {
  readonly name: string
  readonly title: string
  readonly style: SiteStyle
  /** Its version. Throws a Failure if it is not here and cannot be installed. */
  readonly version: () => Promise<string>
  /** @param site The absolute path of its site. */
  readonly command: (site: string) => Command
  /** What its runs leave in its site. */
  readonly leaves: readonly string[]
}

const hugo: Generator = {
  name: 'hugo',
  title: 'Hugo',
  style: {
    templates: 'hugo',
    data: 'data',
    withFrontMatter: (json, text) => `${json}\n\n${text}`,
    dialect: {
      callout: ({tone, title}, text) =>
        `{{< callout tone="${tone}" title="${title}" >}}\n${text}{{< /callout >}}`,
      embed: (kind, id) => `{{< ${kind} "${id}" >}}`,
    },
  },
  version: async () => {
    const {status, stdout} = spawnSync('hugo', ['version'], {encoding: 'utf8'})
    const version = status === 0 ? /v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] : undefined
    if (version !== undefined) return version
    throw new Failure('Hugo is not on the path.', 'Install it with: apt-get install hugo')
  },
  command: (site) => ({
    program: 'hugo',
    args: ['--quiet', '--gc=false', `--cacheDir=${join(site, 'cache')}`],
    folder: site,
  }),
  leaves: ['public', 'cache', 'resources', '.hugo_build.lock'],
}

const eleventy: Generator = {
  name: 'eleventy',
  title: 'Eleventy',
  style: {
    templates: 'eleventy',
    data: 'data/shared',
    withFrontMatter: (json, text) => `---json\n${json}\n---\n\n${text}`,
    dialect: {
      callout: ({tone, title}, text) =>
        `{% callout "${tone}", "${title}" %}\n${text}{% endcallout %}`,
      embed: (kind, id) => `{% ${kind} "${id}" %}`,
    },
  },
  version: () => installed('@11ty/eleventy'),
  command: (site) => ({
    program: process.execPath,
    args: [programOf('@11ty/eleventy', 'cmd.cjs'), '--quiet'],
    folder: site,
  }),
  leaves: ['_site', '.cache'],
}

const astro: Generator = {
  name: 'astro',
  title: 'Astro',
  style: {
    templates: 'astro',
    data: 'data',
    withFrontMatter: (json, text) => `---\n${json}\n---\n\n${text}`,
    dialect: {
      callout: ({tone, title}, text) => `:::callout{tone="${tone}" title="${title}"}\n${text}:::`,
      embed: (kind, id) => `::${kind}{#${id}}`,
    },
  },
  version: () => installed('astro'),
  command: (site) => ({
    program: process.execPath,
    args: [programOf('astro', 'bin/astro.mjs'), 'build', '--silent'],
    folder: site,
    environment: {ASTRO_TELEMETRY_DISABLED: '1'},
  }),
  leaves: ['dist', '.astro', 'node_modules'],
}

/** The generators, as contenders. */
export const generators: readonly Contender[] = [hugo, eleventy, astro].map(contenderOf)

function contenderOf({name, title, style, version, command, leaves}: Generator): Contender {
  const siteOf = ({dir}: Trial): string => join(process.cwd(), dir, name)
  const makers = [
    ...contentMakers,
    ...['../markdown.ts', './site.ts', `./${style.templates}`, `./${SHARED}`].map((path) =>
      fileURLToPath(new URL(path, import.meta.url)),
    ),
  ]
  return {
    name,
    title,
    makes: 'HTML and JSON from Markdown',
    scenarios: scenarioNames,
    version,
    prepare: (trial, shared) =>
      makeOnce(siteOf(trial), makers, async () =>
        writeSite(siteOf(trial), style, trial.articles, shared),
      ),
    open: async (trial) => {
      const site = siteOf(trial)
      return {
        command: command(site),
        reset: () => removeAll(leaves.map((path) => join(site, path))),
        change: async (what) => changeSite(site, style, what),
      }
    },
  }
}
