import { readFileSync } from 'node:fs'
import { HtmlValidate, type ConfigData } from 'html-validate'

const config = JSON.parse(
  readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8'),
) as ConfigData

const validator = new HtmlValidate(config)

/**
 * What is wrong with the markup of a page. Off: white space at line ends (people's own words), the
 * role that JAWS needs on fieldsets of text inputs, and links that look like buttons.
 */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap((result) =>
    result.messages.map(({ ruleId, message, line }) => `${ruleId}, line ${line}: ${message}`),
  )
}
