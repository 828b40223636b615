/** Messages as mail servers hand them over. */
const CRLF = '\r\n'

export function message(
  headers: Readonly<Record<string, string>>,
  body: string | readonly string[] = 'Desde ayer no hay agua en mi calle.',
): Buffer {
  const usual: Record<string, string> = {
    From: 'Ana Robles <ana@correo.example>',
    To: 'atencion@demo.example',
    Subject: 'No hay agua',
    Date: 'Mon, 02 Mar 2026 09:00:00 -0600',
    'Message-ID': '<uno@correo.example>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
  }
  const all = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== '')
  const lines = all.map(([name, value]) => `${name}: ${value}`)
  return Buffer.from([...lines, '', ...[body].flat(), ''].join(CRLF))
}

export function withFiles(
  files: readonly { name: string; type: string; content: Buffer }[],
  headers: Readonly<Record<string, string>> = {},
  text = 'Le mando las fotos.',
): Buffer {
  return message(
    {
      'Content-Type': 'multipart/mixed; boundary="corte"',
      'Content-Transfer-Encoding': '7bit',
      ...headers,
    },
    [
      '--corte',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      ...files.flatMap(({ name, type, content }) => [
        '--corte',
        `Content-Type: ${type}; name="${name}"`,
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        ...(content.toString('base64').match(/.{1,76}/g) ?? []),
      ]),
      '--corte--',
    ],
  )
}

/** What a mail server far away sends when a letter did not arrive (RFC 3464). */
export function bounce(letter: string, action = 'failed'): Buffer {
  return message(
    {
      From: 'Mail Delivery System <MAILER-DAEMON@correo.example>',
      Subject: 'Undelivered Mail Returned to Sender',
      'Return-Path': '<>',
      'Auto-Submitted': 'auto-replied',
      'Message-ID': `<rebote-${action}@correo.example>`,
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary="corte"',
      'Content-Transfer-Encoding': '7bit',
    },
    [
      '--corte',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'I could not deliver your message to <ana@correo.example>.',
      '--corte',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.correo.example',
      '',
      'Final-Recipient: rfc822; ana@correo.example',
      `Action: ${action}`,
      'Status: 5.1.1',
      '--corte',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${letter}`,
      'Subject: Recibimos lo que nos escribió',
      '--corte--',
    ],
  )
}
