// A page in a frame as wide as a screen.

import {DesktopIcon} from '@sanity/icons/Desktop'
import {MobileDeviceIcon} from '@sanity/icons/MobileDevice'
import {Box, Card, useElementSize} from '@sanity/ui'
import {useState} from 'react'

/** A phone of usual size. */
export const PHONE = {name: 'phone', title: 'Phone', icon: MobileDeviceIcon, width: 390} as const

/** The screens on which a writer can look at a page. Widths in CSS pixels. */
export const screens = [
  PHONE,
  {name: 'desktop', title: 'Desktop', icon: DesktopIcon, width: 1280},
] as const

export type Screen = (typeof screens)[number]

interface PageFrameProps {
  readonly html: string
  readonly screen: Screen
  /** Whether the newest text cannot be rendered, so that this page shows an earlier text. */
  readonly isOld: boolean
}

/** The page at the width of a screen, scaled down if the pane is narrower. The sandbox runs no scripts. Links open a tab outside it. */
export function PageFrame({html, screen, isOld}: PageFrameProps) {
  const [room, setRoom] = useState<HTMLElement | null>(null)
  const size = useElementSize(room)?.border
  const scale = size ? Math.min(1, size.width / screen.width) : 1
  return (
    <Card tone="transparent" flex={1} overflow="hidden" ref={setRoom}>
      {size ? (
        <Box
          style={{
            width: screen.width * scale,
            height: size.height,
            margin: '0 auto',
            overflow: 'hidden',
          }}
        >
          <iframe
            title="Preview of the page"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={html}
            style={{
              width: screen.width,
              maxWidth: 'none',
              height: size.height / scale,
              border: 0,
              background: '#fff',
              opacity: isOld ? 0.4 : 1,
              transform: `scale(${scale})`,
              transformOrigin: '0 0',
            }}
          />
        </Box>
      ) : null}
    </Card>
  )
}
