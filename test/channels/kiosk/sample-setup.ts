import type { Setup } from '../../../public/js/kiosk/device/setup.ts'
import { boxKeysOf, toBase64url } from '../../../src/platform/hpke/index.ts'

export const tabletKeys = boxKeysOf(new Uint8Array(32).fill(7))

/** What an invented office tells its tablet. */
export function sampleSetup(origin: string, change: Partial<Setup> = {}): Setup {
  const signed = [
    '/description',
    '/person/names|/person/legalName',
    '/answerBy|/person/email|/person/phone|/person/address',
  ]
  return {
    device: {
      id: '5f0c9a56-0d55-4f2f-9c1e-0f6d3a9b7e11',
      code: 'T7K3',
      name: 'Tableta de la entrada',
      endsOn: '2099-12-31',
      state: 'on',
    },
    administration: {
      slug: 'demo',
      name: 'Municipio de Tres Jacarandas',
      bookCode: 'DEMO',
      timeZone: 'America/Mexico_City',
      theme: {},
      contact: {
        emergency: { phones: [{ number: '911', name: { es: 'Emergencias', en: 'Emergencies' } }] },
      },
    },
    centre: { slug: 'centro', name: 'Oficina Centro' },
    languages: ['es', 'en'],
    kinds: [
      {
        code: 'complaint',
        label: { es: 'Queja', en: 'Complaint' },
        example: {
          es: 'Algo salió mal o me trataron mal. Por ejemplo: «esperé 3 horas y no me atendieron».',
          en: 'Something went wrong. For example: “I waited 3 hours and nobody attended to me”.',
        },
        requires: signed,
      },
      {
        code: 'suggestion',
        label: { es: 'Sugerencia', en: 'Suggestion' },
        example: {
          es: 'Una idea para mejorar. Por ejemplo: «pongan sillas en la sala de espera».',
          en: 'An idea to improve things. For example: “put chairs in the waiting room”.',
        },
        requires: ['/description'],
      },
      {
        code: 'need',
        label: { es: 'Necesidad', en: 'Need' },
        example: {
          es: 'Algo que hace falta. Por ejemplo: «no hay dónde pagar el agua».',
          en: 'Something that is missing. For example: “there is nowhere to pay for water”.',
        },
        requires: ['/description'],
      },
      {
        code: 'observation',
        label: { es: 'Observación', en: 'Observation' },
        example: {
          es: 'Algo que noté y conviene revisar.',
          en: 'Something I noticed that should be checked.',
        },
        requires: signed,
      },
      {
        code: 'compliment',
        label: { es: 'Felicitación', en: 'Compliment' },
        example: {
          es: 'Algo que se hizo bien. Por ejemplo: «la señora de la ventanilla 2 me ayudó mucho».',
          en: 'Something done well. For example: “the lady at window 2 was a great help”.',
        },
        requires: ['/description'],
      },
    ],
    services: [
      { slug: 'alumbrado', name: 'Alumbrado público' },
      { slug: 'baches', name: 'Baches y banquetas' },
      { slug: 'basura', name: 'Recolección de basura' },
      { slug: 'predial', name: 'Pago del predial' },
      { slug: 'actas', name: 'Actas del Registro Civil' },
    ],
    motives: [],
    documentTypes: [{ code: 'ine', label: { es: 'Credencial para votar', en: 'Voter card' } }],
    kindWords: [{ kind: 'need', words: ['hace falta', 'no hay'] }],
    officials: [
      { id: 'b7f4a6d2-5a0c-4c5e-8a3c-0d2f6f0e9a11', name: 'Rosa Luna', post: 'Jefa de oficina' },
    ],
    spokenLanguages: [
      { code: 'nahuatl', label: 'Náhuatl' },
      { code: 'lsm', label: { es: 'Lengua de Señas Mexicana', en: 'Mexican Sign Language' } },
    ],
    supportNeeds: ['hearing', 'sight', 'movement', 'understanding', 'psychosocial'],
    survey: {
      code: 'abc234',
      endsOn: '2099-12-31',
      minutes: 2,
      overall: { es: 'En general, ¿cómo le fue?', en: 'All in all, how did it go?' },
      resolved: { es: '¿Se resolvió su asunto?', en: 'Was your matter resolved?' },
      drivers: [
        {
          code: 'information',
          text: { es: 'La información', en: 'The information' },
          about: { es: 'Clara y completa.', en: 'Clear and complete.' },
        },
      ],
      segments: [
        {
          field: 'segment_purpose',
          text: { es: '¿A qué vino?', en: 'What did you come for?' },
          options: [{ code: 'procedure', text: { es: 'A un trámite', en: 'A procedure' } }],
        },
      ],
      comment: {
        text: { es: '¿Qué deberíamos mejorar?', en: 'What should we do better?' },
        hint: { es: 'No ponga su nombre.', en: 'Leave out your name.' },
        longest: 1_000,
      },
    },
    answerWays: ['email', 'post', 'pickup', 'none'],
    texts: {
      privacy_notice_short: {
        es: 'Usamos sus datos solo para atender lo que nos dice y para darle respuesta.',
        en: 'We use your data only to deal with what you tell us and to answer you.',
      },
      danger_help: {
        es: 'Si usted u otra persona está en peligro ahora, llame primero a emergencias.',
        en: 'If you or somebody else is in danger now, call the emergency number first.',
      },
      corruption_door: {
        es: 'Parece que alguien pidió dinero o un favor que no debía. Todavía no hemos guardado lo que escribió.',
        en: 'It seems that somebody asked for money or a favour that was not due. We have not kept what you wrote.',
      },
    },
    signals: [
      { signal: 'danger', words: ['fuga de gas'] },
      { signal: 'corruption', words: ['mordida', 'pidió ... dinero'], notIn: ['mordida de perro'] },
    ],
    corruptionUrl: `${origin}/demo/denuncia`,
    statusUrl: `${origin}/seguimiento`,
    key: { id: '1', publicKey: toBase64url(tabletKeys.publicKey) },
    limits: { descriptionLength: 20_000, files: 5, fileBytes: 5_000_000 },
    idleSeconds: 60,
    version: 'v1',
    ...change,
  }
}
