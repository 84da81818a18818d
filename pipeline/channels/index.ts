// The registry of channels.
import {app} from './app/app.ts'
import type {Channel} from './channel.ts'
import {web} from './web/web.ts'

export const channels: readonly Channel[] = [app, web]

export const channelNames = channels.map(({name}) => name)
