// The registry of channels.

import {channelNames, type ChannelName} from '../../schemas/data/channels.ts'
import {app} from './app/app.ts'
import type {Channel} from './channel.ts'
import {web} from './web/web.ts'

const byName: Readonly<Record<ChannelName, Channel>> = {app, web}

export const channels: readonly Channel[] = channelNames.map((name) => byName[name])
