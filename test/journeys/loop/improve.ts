import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { photoOf } from '../../improvements/evidence/send-photo.ts'
import { accountOf } from '../../surveys/campaigns.ts'
import { addressesOf, press, sound, type Stage } from './stage.ts'

/** What people said becomes a gap with a few ticks, and every other activity says that it has none. */
export async function findGap(
  { go, demo }: Stage,
  page: Page,
  { from, until }: { from: string; until: string },
): Promise<void> {
  await go(page, '/personal/demo/brechas?centro=centro')
  await page.selectOption('[name=process]', { label: 'Actas del Registro Civil (Oficina Centro)' })
  await page.fill('[name=periodFrom]', from)
  await page.fill('[name=periodUntil]', until)
  await page.fill('[name=reviewOn]', '2027-02-01')
  await press(page, '#begin button')
  const rows = await addressesOf(page, 'a[href*="/filas/"]', 'href')
  for (const [index, row] of rows.entries()) {
    await go(page, row)
    if (index === 0) {
      await page.check('[name=link][value^="cause:"]')
      await page.fill('[name=problem]', 'La gente espera de pie y sin orden')
      await page.fill('[name=action]', 'Poner turnos numerados')
      await page.selectOption('[name=feasibility]', '3')
      await page.selectOption('[name=owner]', await accountOf(demo.test.system, 'mejora'))
      await page.fill('[name=dueOn]', '2026-05-11')
      await sound(page, 'gap-row')
    } else await page.fill('[name=noProblem]', 'Nadie lo menciona')
    await press(page, '#row button')
  }
  await press(page, '#close button')
  expect(await page.textContent('main')).toContain('Nadie ordena la fila de la ventanilla 3: 30 de')
  await sound(page, 'gap')
}

/** The project takes the words of its gap, and says beforehand by what it will be judged. Gives its address. */
export async function plan({ go }: Stage, page: Page, attended: number): Promise<string> {
  await go(page, '/personal/demo/proyectos/nuevo')
  await page.check('[name=gapRowId]')
  await page.fill('[name=title]', 'Turnos en la sala')
  await page.fill('[name=endsOn]', '2026-05-11')
  await sound(page, 'project-new')
  await press(page, 'main form button')
  const project = new URL(page.url()).pathname.replace(/\/plan$/, '')
  for (const [field, text] of Object.entries({
    why: 'Nadie sabe cuándo le toca.',
    where: 'Sala de espera',
    how: 'Comprar el equipo y avisar.',
    howMuch: '12 000 pesos',
    goal: 'La mitad de quejas en medio año',
    feasibility: 'Hay presupuesto de la oficina.',
    'what-0': 'Comprar el equipo de turnos',
    'evidence-0': 'Factura y foto',
    'endsOn-0': '2026-04-20',
  })) {
    await page.fill(`[name=${field}]`, text)
  }
  await page.check('[name=feasible][value=yes]')
  await sound(page, 'project-plan')
  await press(page, 'main form button')
  await go(page, `${project}/indicador`)
  // the cause, the service and the days come from the gap
  await page.fill('[name=afterDays]', '180')
  await sound(page, 'project-indicator')
  await press(page, 'main form button')
  const counted = `30 casos de ${attended.toLocaleString('en')} atenciones`
  expect(await page.textContent('main')).toContain(counted)
  await sendPhoto(page, { takenOn: '2026-02-12', caption: 'La fila', shade: '#555555' })
  await press(page, '#paso-submit button')
  await sound(page, 'project-submitted')
  return project
}

export async function approve({ go }: Stage, page: Page, project: string): Promise<void> {
  await go(page, project)
  await press(page, '#paso-approve button')
  expect(await page.textContent('main')).toContain('Quedó fijo cuando se aprobó el proyecto')
  await sound(page, 'project-approved')
}

/** The same spot again, beside how it was. */
export async function advance({ go }: Stage, page: Page, project: string): Promise<void> {
  await go(page, project)
  await press(page, '#paso-begin button')
  await page.fill('[name^=done-]', '100')
  await page.fill('#progress', 'El equipo está puesto y en uso.')
  await press(page, '#nuevo-avance button')
  await sendPhoto(page, { takenOn: '2026-04-20', caption: 'Los turnos', shade: '#dddddd' })
  await page.click('details.govuk-details:has([name=beforeId]) > summary')
  await page.selectOption('[name=beforeId]', { index: 0 })
  await page.selectOption('[name=afterId]', { index: 1 })
  await page.fill('[name=pairSpot]', 'Sala')
  await press(page, 'form:has([name=beforeId]) button')
  expect(await page.locator('.photo-pair img').count()).toBe(2)
  await sound(page, 'project-running')
}

export async function finish({ go }: Stage, page: Page, project: string): Promise<void> {
  await go(page, project)
  await press(page, '#paso-finish button')
}

export async function verify(
  { go }: Stage,
  page: Page,
  project: string,
  ratio: string,
): Promise<void> {
  await go(page, project)
  await press(page, 'form[action$="/efecto"] button')
  const said = await page.textContent('main')
  expect(said).toContain('Mejoró')
  expect(said).toContain(ratio)
  await press(page, '#paso-verify button')
  expect(await page.textContent('h1')).toContain('Verificado')
  await sound(page, 'project-verified')
}

async function sendPhoto(
  page: Page,
  { caption, ...photo }: { takenOn: string; caption: string; shade: string },
): Promise<void> {
  const file = await photoOf(photo)
  const buffer = Buffer.from(await file.arrayBuffer())
  await page.click('details.govuk-details:has([name=file]) > summary')
  await page.setInputFiles('[name=file]', { name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
  await page.fill('form:has([name=file]) [name=caption]', caption)
  await page.fill('form:has([name=file]) [name=spot]', 'Sala')
  await page.check('[name=isPublic]')
  await press(page, 'form:has([name=file]) button')
  expect(await page.textContent('main')).toContain(caption)
}
