// The channels that bring pages to readers, and their names for editors.

export const channelNames = ['app', 'web'] as const

export type ChannelName = (typeof channelNames)[number]

const titles: Record<ChannelName, string> = {app: 'Apps and portals', web: 'Website'}

/** The channels as the Studio offers them. */
export const channelOptions = channelNames.map((value) => ({title: titles[value], value}))
