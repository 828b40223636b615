import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { registerImprovementJobs } from '../../../src/improvements/index.ts'
import { removeEvidence } from '../../../src/improvements/evidence/index.ts'
import { writePack } from '../../../src/improvements/evidence-pack/index.ts'
import type { StaffDeed } from '../../../src/people/index.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { accessibilityProblems } from '../../support/accessibility-problems.ts'
import { openBrowser } from '../../support/browser/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { readZip } from '../../support/read-zip.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { adoptInDemo } from '../evaluation/adopt.ts'
import { photoOf } from '../evidence/send-photo.ts'
import { OF_SOMEBODY, writeOfPeople } from './written-by-staff.ts'

let demo: DemoApp
let folder: string
let files: ReadonlyMap<string, Buffer>
let administrationId: string
let deed: StaffDeed
let centreId: string

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  registerImprovementJobs(system)
  const adopted = await adoptInDemo(system)
  ;({ administrationId, deed } = adopted)
  centreId = adopted.book.centres.find(({ slug }) => slug === 'centro')!.centreId
  const { caseNumber } = await fileComplaint(system, {
    description: 'Canción triste de quien esperó tres horas.',
    person: { names: 'Zaragoya', firstSurname: 'Quintanar', phone: '55 7777 1234' },
  })
  const head = await signIn(demo.app, 'jefatura')
  await head.get('/personal/demo/evaluacion/elementos/IM-08')
  await head.submit(
    { file: await photoOf({ takenOn: '2026-02-01' }), caption: OF_SOMEBODY },
    { form: 'evidencias' },
  )
  await head.get('/personal/demo/evaluacion/elementos/SO-03')
  const what = `Dibujar el croquis. ${OF_SOMEBODY}`
  await head.submit({ what, dueOn: '2026-04-10' }, { form: 'encargo' })
  const caseId = await caseOf(caseNumber)
  await writeOfPeople(system, deed, { centreId, caseId })
  folder = await mkdtemp(join(tmpdir(), 'pack-'))
  files = await write('one.zip')
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await demo.close()
})

async function caseOf(caseNumber: string): Promise<string> {
  const cases = demo.test.system.db.selectFrom('cases').where('case_number', '=', caseNumber)
  return (await cases.select('case_id').executeTakeFirstOrThrow()).case_id
}

async function write(name: string, onProgress = () => Promise.resolve()) {
  const { system } = demo.test
  const path = join(folder, name)
  const asked = { administrationId, centreId, year: 2026, path, now: system.clock() }
  await writePack(system, asked, onProgress)
  return readZip(await readFile(path))
}

describe('The evidence pack', () => {
  it('has a folder for each criterion and evidence, and says what is missing and who owes it', () => {
    const front = files.get('index.html')!.toString()
    expect([...files.keys()].filter((path) => path.endsWith('/index.html'))).toHaveLength(44)
    expect(front).toContain('Dibujar el croquis. ')
    expect(front).toMatch(/SO-03<\/a> Un croquis muestra/)
    expect(files.get('02-protocolo/02-documento/index.html')!.toString()).toContain('psicosocial')
  })

  it('says the hash of every file, and is the same when nothing changed', async () => {
    const { files: listed } = JSON.parse(files.get('manifest.json')!.toString()) as {
      files: { path: string; bytes: number; sha256: string }[]
    }
    expect(listed.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    )
    for (const { path, bytes, sha256 } of listed) {
      const file = files.get(path)!
      expect([path, file.length]).toEqual([path, bytes])
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256)
    }
    const again = await write('two.zip')
    expect([...again.keys()]).toEqual([...files.keys()])
  })

  it('takes names that every system knows, short enough for the longest folder', () => {
    for (const path of files.keys()) {
      expect(path).toMatch(/^[a-z0-9./-]{1,120}$/)
    }
  })

  it('holds no personal datum of anybody who filed, whoever wrote it, and no name of the staff', () => {
    const canaries = [
      'Zaragoya',
      'Quintanar',
      '7777',
      'Canción',
      'Josefina',
      'Arriaga',
      'Evangelina',
    ]
    const texts = [...files].map(([path, bytes]) =>
      path.endsWith('.pdf') ? readPdf(bytes).text : bytes.toString(),
    )
    const found = canaries.filter((word) => texts.some((text) => text.includes(word)))
    expect(found).toEqual([])
    const all = texts.join('\n')
    expect(all).toContain('DEMO-2026-000001')
    // what was written around them is there: of photo, task, minutes, project, protocol and visit
    for (const path of ['foto-', 'minuta-', 'proyecto-', 'difusion-', 'visita-']) {
      const [file] = [...files.keys()].filter((each) => each.includes(`/${path}`))
      expect([path, file !== undefined]).toEqual([path, true])
      if (file!.endsWith('.pdf')) expect(readPdf(files.get(file!)!).text).toContain('[nombre]')
    }
    expect(files.get('index.html')!.toString()).toContain('La señora [nombre] volvió a quejarse')
  })

  it('opens from the file system without network: every link leads somewhere, axe finds nothing', async () => {
    const browser = await openBrowser()
    try {
      const page = await (await browser.newContext({ offline: true })).newPage()
      const seen = new Set<string>()
      const waiting = [pathToFileURL(join(folder, 'index.html')).href]
      let looked = 0
      for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
        if (seen.has(address)) continue
        seen.add(address)
        const path = address.slice(pathToFileURL(folder).href.length + 1)
        expect([path, files.has(path)]).toEqual([path, true])
        if (!path.endsWith('.html')) continue
        await page.goto(address)
        const hrefs = files
          .get(path)!
          .toString()
          .matchAll(/<a href="([^"#]+)"/g)
        waiting.push(...[...hrefs].map(([, href]) => new URL(href!, address).href))
        if ((looked += 1) > 3) continue
        expect(await accessibilityProblems(page)).toEqual([])
        expect(await htmlProblems(files.get(path)!.toString())).toEqual([])
      }
      expect(
        [...files.keys()].filter((path) => !seen.has(pathToFileURL(join(folder, path)).href)),
      ).toEqual([])
    } finally {
      await browser.close()
    }
  })

  it('is made in the background, and leaves only once somebody looked at each uploaded page', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get('/personal/demo/paquete')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.submit({ year: '2026' })
    expect(head.page.text).toContain('Se está haciendo')
    await demo.test.system.jobs.drain()
    await head.get(head.page.path)
    const [, left] = /Faltan (\d+) de \1/.exec(head.page.text) ?? []
    expect(Number(left)).toBeGreaterThan(1)
    expect(await htmlProblems(head.page.html)).toEqual([])
    const file = head.page.path.replace(/\?.*$/, '/archivo')
    expect((await head.request(file)).status).toBe(404)
    await head.submit({}, { form: 'revision', button: 'release' })
    expect(head.page.status).toBe(422)
    expect(head.page.text).toContain(`Faltan páginas por revisar: ${left}`)
    const found = head.page.html.matchAll(/name="looked"[^>]*value="([^"]+)"/g)
    const paths = [...found].map(([, path]) => path!)
    const path = paths.find((each) => each.includes('/foto-'))
    const looked = file.replace(/archivo$/, `pagina?ruta=${encodeURIComponent(path!)}`)
    const seen = await head.request(looked)
    expect(Buffer.from(await seen.arrayBuffer()).equals(files.get(path!)!)).toBe(true)
    expect((await head.request(looked.replace(/ruta=.*/, 'ruta=index.html'))).status).toBe(404)
    await head.submit({ looked: paths }, { form: 'revision', button: 'release' })
    expect(head.page.text).toContain('Bajar el paquete')
    const sent = await head.request(file)
    expect(sent.headers.get('content-type')).toBe('application/zip')
    const got = readZip(Buffer.from(await sent.arrayBuffer()))
    expect([...got.keys()]).toEqual([...files.keys()])
  })

  it('is of one moment, and says which file could not be had, though people go on working', async () => {
    const { system } = demo.test
    let isFirst = true
    const meanwhile = await write('meanwhile.zip', async () => {
      if (!isFirst) return
      isFirst = false
      await fileComplaint(system)
      const photos = system.db.selectFrom('improvement_evidence').where('caption', '=', OF_SOMEBODY)
      const { evidence_id: evidenceId } = await photos
        .select('evidence_id')
        .executeTakeFirstOrThrow()
      await removeEvidence(system, deed, { evidenceId, reason: 'Repetida' })
    })
    const cases = [...meanwhile].find(([path]) => path.endsWith('/casos-2026.csv'))![1].toString()
    expect(cases).toContain('DEMO-2026-000001')
    expect(cases).not.toContain('DEMO-2026-000002')
    const front = meanwhile.get('index.html')!.toString()
    expect(front).toContain('Ya no está: alguien lo quitó.')
    expect([...meanwhile.keys()].filter((path) => path.includes('/foto-'))).toEqual([])
  })
})
