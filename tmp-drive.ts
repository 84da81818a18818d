import {launchBrowser} from './tests/support/browser.ts'
import {readFileSync} from 'node:fs'
const log = readFileSync('/tmp/start.log', 'utf8')
const who = process.argv[2]!
const pw = new RegExp(`${who}\\s+(\\S+-\\S+)`).exec(log)![1]!
const b = await launchBrowser()
const page = await b.newPage({viewport: {width: 1400, height: 900}})
page.on('console', (m) => {
  if (m.type() === 'error' && !m.text().includes('ERR_NAME'))
    console.log('console', m.type(), m.text().slice(0, 400))
})
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 300)))
page.on('response', (r) => {
  if (r.url().includes(':4000') && r.status() >= 400)
    console.log(r.status(), r.request().method(), r.url().slice(0, 200))
})
await page.goto('http://localhost:3333/')
await page.waitForURL(/auth\/login/)
await page.fill('#username', who)
await page.fill('#password', pw)
await page.click('button')
await page.waitForURL(/localhost:3333/)
await page.waitForTimeout(6000)
await page.screenshot({path: `/tmp/${who}-1.png`})
await page.goto(
  'http://localhost:3333/structure/article;article-prolotherapy-back-pain,view=review',
)
await page.waitForTimeout(6000)
await page.screenshot({path: `/tmp/${who}-2.png`})
await page.goto('http://localhost:3333/structure/article;article-prolotherapy-back-pain')
await page.waitForTimeout(5000)
await page.screenshot({path: `/tmp/${who}-3.png`})
await b.close()
