// The channels that readers are reached through, and what editors call them.

export const channelNames = ['app', 'web'] as const

export type ChannelName = (typeof channelNames)[number]

const titles: Record<ChannelName, string> = {app: 'Apps and portals', web: 'Website'}

/** The channels as the Studio offers them. */
export const channelOptions = channelNames.map((value) => ({title: titles[value], value}))
