import { describe, expect, it } from '@jest/globals'
import { HtmlValidate } from 'html-validate'
import { answerDelivered } from '../../src/cases/emails/answer-delivered.ts'
import { caseReceived } from '../../src/cases/emails/case-received.ts'
import { deadlineEscalated } from '../../src/cases/emails/deadline-escalated.ts'
import { deadlineNear } from '../../src/cases/emails/deadline-near.ts'
import { caseEmails, type CaseEmail } from '../../src/cases/emails/index.ts'
import { reviewResult } from '../../src/cases/emails/review-result.ts'
import { composeLetter, type Email } from '../../src/notices/index.ts'
import { languages, translator } from '../../src/platform/i18n/index.ts'

const letterhead = {
  name: 'Municipio de Ñandú & <Región>',
  slug: 'nandu',
  timeZone: 'America/Mexico_City',
  email: null,
  phone: '555 0100',
}
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],

  rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off' },
})

function compose<M extends object>(email: Email<M>, change: Partial<M> = {}, language = 'es') {
  const model = { ...email.sample(translator(language)), ...change }
  return composeLetter(email, model, letterhead, language)
}

const all = (Object.keys(caseEmails) as CaseEmail[]).flatMap((template) =>
  languages.map((language) => ({ template, language })),
)

describe.each(all)('the letter $template in $language', ({ template, language }) => {
  const email = caseEmails[template] as Email<object>
  const letter = compose(email, {}, language)

  it('is called after the number of the case', () => {
    expect(letter.subject).toContain('DEMO-2026-000123')
    expect(letter.subject.length).toBeLessThanOrEqual(78)
  })

  it('says its language and who writes, in markup without faults', async () => {
    expect(letter.html).toContain(`<html lang="${language}">`)
    expect(letter.html).toContain('Municipio de Ñandú &amp; &lt;Región&gt;')
    expect(letter.text).toContain('Municipio de Ñandú & <Región>')
    const report = await validator.validateString(letter.html)
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('brings nothing from the net and follows nobody', () => {
    expect(letter.html).not.toMatch(/<(img|link|script|iframe)|url\(|@import/i)
  })

  it('says the same as plain text', () => {
    expect(letter.text).not.toMatch(/<\/|&[a-z]+;|\n\n\n|undefined|null/)
    for (const sentence of sentencesOf(letter.html)) {
      expect(letter.text.toLowerCase()).toContain(sentence.toLowerCase())
    }
  })
})

/** What can be read in the body, piece by piece. */
function sentencesOf(html: string): string[] {
  const main = /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  return main
    .split(/<[^>]+>/)
    .map((text) => text.trim().replaceAll('&amp;', '&').replaceAll('&#34;', '"'))
    .filter((text) => text !== '')
}

describe('the receipt by e-mail', () => {
  it('holds number, secret and date, and the secret stands neither in subject nor address', () => {
    const { html, text, subject } = compose(caseReceived)
    for (const form of [html, text]) {
      expect(form).toContain('DEMO-2026-000123')
      expect(form).toContain('K7Q2-9XWM-4HTB-60RD')
      expect(form).toContain('24 de marzo de 2026')
    }
    expect(subject).not.toContain('K7Q2')
    expect(html).not.toMatch(/href="[^"]*K7Q2/)
  })

  it('says so when there is no date', () => {
    const { text } = compose(caseReceived, { dueOn: null, dueExplanation: null })
    expect(text).toContain('no tiene una fecha límite')
    expect(text).not.toContain('Por qué esa fecha')
  })
})

describe('the answer by e-mail', () => {
  it('keeps what was written as it was written, and never as markup', () => {
    const { html, text } = compose(answerDelivered, { answer: 'Uno & <b>dos</b>\nlínea\n\nTres' })
    expect(text).toContain('Uno & <b>dos</b>\nlínea\n\nTres')
    expect(html).toContain('<p>Uno &amp; &lt;b&gt;dos&lt;/b&gt;\nlínea</p>')
  })

  it('leaves out what there is not', () => {
    const { text } = compose(answerDelivered, { measures: null, remedies: [], mayRate: false })
    expect(text).not.toContain('Qué haremos')
    expect(text).not.toContain('Si no está de acuerdo')
    expect(text).not.toContain('Díganos si lo resolvimos')
  })
})

describe('what depends on the case', () => {
  it('counts the days that are left', () => {
    expect(compose(deadlineNear, { daysLeft: 1 }).text).toContain('Queda 1 día')
    expect(compose(deadlineNear, { daysLeft: 0 }).text).toContain('Hoy es el último día')
    expect(compose(deadlineEscalated, { daysLate: 1 }).text).toContain('venció hace 1 día')
    expect(compose(deadlineEscalated, { daysLate: 0 }).text).toContain('está por vencer')
  })

  it('tells a review that changed nothing from one that did', () => {
    const refused = compose(reviewResult, { granted: false, newDueOn: null }).text
    expect(refused).toContain('mantenemos la respuesta')
    expect(refused).not.toContain('a más tardar')
  })
})
