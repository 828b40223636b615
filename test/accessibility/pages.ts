import type { CaseName } from './sample-cases.ts'
import type { Who } from './visitors.ts'

export interface PageToSee {
  /** Before whom the page opens. */
  as: Who
  /** Which case it is about, where the address asks for one. */
  of?: CaseName
  /** The form that is also sent with nothing in it, to see what is said then. */
  empty?: string
  /** What html-validate finds here and is meant so, with the reason. */
  meant?: Readonly<Record<string, string>>
}

const meant = { 'autocomplete-password': 'no browser keeps the six words that open a room' }

const page = (as: Who, more: Omit<PageToSee, 'as'> = {}): PageToSee => ({ as, ...more })
const byAnyone = page('anyone')
const byFiler = page('filer')
const byManager = page('responsable')
const follow = (of: CaseName) => page('follower', { of })
const ofCase = (of: CaseName, as: Who = 'responsable') => page(as, { of })
export const FORM = 'main form:not([action*="salir"])'
const emptyForm = { empty: FORM }

/**
 * Every page by its address as the routers have it, and who sees it. A new page is one line here; a test
 * fails until it is.
 */
export const PAGES: Readonly<Record<string, PageToSee>> = {
  '/': byAnyone,
  '/:slug': byAnyone,
  '/:slug/privacidad': byAnyone,
  '/:slug/accesibilidad': byAnyone,
  '/:slug/insertar': byAnyone,
  '/:slug/transparencia': byAnyone,
  '/:slug/informes': byAnyone,
  '/:slug/informes/:period/:version': byAnyone,
  '/:slug/datos': byAnyone,
  '/:slug/mejoras': byAnyone,
  '/:slug/mejoras/:number': page('anyone', emptyForm),
  '/:slug/opinar/:token': page('anyone', emptyForm),
  '/:slug/encuesta/:code': page('anyone', emptyForm),
  '/:slug/encuesta/:code/gracias': byAnyone,

  '/:slug/nuevo': page('filer'),
  '/:slug/nuevo/que-paso': byFiler,
  '/:slug/nuevo/que-es': page('unsure'),
  '/:slug/nuevo/ayuda': page('unsure'),
  '/:slug/nuevo/donde': byFiler,
  '/:slug/nuevo/cuando': byFiler,
  '/:slug/nuevo/archivos': byFiler,
  '/:slug/nuevo/respuesta': byFiler,
  '/:slug/nuevo/quien': byFiler,
  '/:slug/nuevo/revise': byFiler,
  '/seguimiento/:caseNumber/constancia': page('receiver'),

  '/seguimiento': page('anyone', emptyForm),
  '/seguimiento/fin': byAnyone,
  '/seguimiento/datos': page('anyone', emptyForm),
  '/seguimiento/datos/:requestNumber': page('follower'),
  '/seguimiento/:caseNumber/mis-datos': { ...follow('answered'), ...emptyForm },
  '/seguimiento/:caseNumber': follow('answered'),
  '/seguimiento/:caseNumber/otro': follow('answered'),
  '/seguimiento/:caseNumber/correccion': { ...follow('unanswered'), ...emptyForm },
  '/seguimiento/:caseNumber/informacion': { ...follow('fresh'), ...emptyForm },
  '/seguimiento/:caseNumber/retiro': follow('fresh'),
  '/seguimiento/:caseNumber/borrado': follow('withdrawn'),
  '/seguimiento/:caseNumber/opinion': { ...follow('answered'), ...emptyForm },
  '/seguimiento/:caseNumber/revision': { ...follow('answered'), ...emptyForm },

  '/:slug/denuncia': byAnyone,
  '/:slug/denuncia/seguimiento': byAnyone,
  '/:slug/denuncia/llaves': byAnyone,
  '/:slug/denuncia/constancias': byAnyone,

  '/personal/entrar': page('anyone', emptyForm),
  '/personal/clave': page('newcomer', emptyForm),
  '/personal/segundo-factor': page('halfway', emptyForm),
  '/personal/mi-cuenta': page('integridad'),
  '/personal/:slug/cuentas': page('admin'),
  '/personal/:slug/cuentas/nueva': page('admin', emptyForm),
  '/personal/:slug/cuentas/lista': page('admin', emptyForm),
  '/personal/:slug/cuentas/:accountId': page('admin'),
  '/personal/:slug/ausencias': byManager,
  '/personal/:slug/carga': byManager,
  '/personal/:slug/relevos': byManager,
  '/personal/:slug/relevos/:personId': page('responsable'),
  '/personal/:slug/relevos/hechos/:handoverId': byManager,

  '/personal/:slug/casos': byManager,
  '/personal/:slug/casos/:caseNumber': ofCase('answered'),
  '/personal/:slug/casos/:caseNumber/revision': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/aceptacion': ofCase('assigned', 'unidad2'),
  '/personal/:slug/casos/:caseNumber/asignacion': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/felicitacion': ofCase('compliment'),
  '/personal/:slug/casos/:caseNumber/respuesta': {
    ...ofCase('assigned', 'unidad2'),
    empty: '#paso',
  },
  '/personal/:slug/casos/:caseNumber/decision': ofCase('suggestion', 'jefaunidad'),
  '/personal/:slug/casos/:caseNumber/aprobacion': ofCase('drafted'),
  '/personal/:slug/casos/:caseNumber/entrega': ofCase('issued'),
  '/personal/:slug/casos/:caseNumber/reapertura': { ...ofCase('reviewed'), empty: '#paso' },
  '/personal/:slug/casos/:caseNumber/vencimiento': ofCase('unanswered'),
  '/personal/:slug/casos/:caseNumber/correccion': { ...ofCase('fresh'), empty: '#paso' },
  '/personal/:slug/casos/:caseNumber/devolucion': ofCase('assigned', 'unidad2'),
  '/personal/:slug/casos/:caseNumber/traslado': { ...ofCase('fresh'), empty: '#paso' },
  '/personal/:slug/casos/:caseNumber/redireccion': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/acumulacion': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/duplicado': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/archivo': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/cierre': ofCase('answered'),
  '/personal/:slug/casos/:caseNumber/clasificacion': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/funcionarios': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/restriccion': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/conservacion': ofCase('fresh'),
  '/personal/:slug/casos/:caseNumber/otra-via': ofCase('restricted'),
  '/personal/:slug/casos/:caseNumber/nota': ofCase('fresh'),
  '/personal/:slug/mi-dia': byManager,
  '/personal/:slug/seguidos': byManager,

  '/personal/:slug/vistas': byManager,
  '/personal/:slug/vistas/nueva': page('responsable', { empty: 'form[action*="vistas"]' }),
  '/personal/:slug/vistas/:viewId': byManager,

  '/personal/:slug/registrar': page('ventanilla', { empty: '#registro' }),
  '/personal/:slug/hojas': page('ventanilla'),
  '/personal/:slug/incidentes': page('ventanilla', emptyForm),
  '/personal/:slug/correo': page('ventanilla'),
  '/personal/:slug/correo/:mailId': page('ventanilla'),
  '/personal/:slug/solicitudes': byManager,
  '/personal/:slug/solicitudes/nueva': page('ventanilla', emptyForm),
  '/personal/:slug/solicitudes/:requestNumber': page('responsable', { empty: '#paso-deny' }),
  '/personal/:slug/solicitudes/:requestNumber/constancia': page('ventanilla'),

  '/personal/:slug/reglas-de-turno': byManager,
  '/personal/:slug/reglas-de-turno/nueva': page('responsable', emptyForm),
  '/personal/:slug/reglas-de-turno/probar': byManager,
  '/personal/:slug/reglas-de-turno/:ruleId': byManager,
  '/personal/:slug/organizacion': page('admin'),
  '/personal/:slug/organizacion/unidades/:unitId': page('admin'),
  '/personal/:slug/organizacion/servicios/:serviceId': page('admin'),
  '/personal/:slug/organizacion/centros/:centreId': page('admin'),
  '/personal/:slug/organizacion/personas/:officialId': page('admin'),
  '/personal/:slug/organizacion/insignia': page('admin', emptyForm),
  '/personal/:slug/organizacion/identidad': page('admin'),
  '/personal/:slug/cambios': page('admin'),
  '/personal/:slug/plantillas': byManager,
  '/personal/:slug/plantillas/:templateId': page('responsable', { empty: '#template' }),
  '/personal/:slug/conservacion': page('admin'),
  '/personal/:slug/miradas': page('auditoria'),
  '/personal/:slug/conservacion/:termId': page('admin'),
  '/personal/:slug/puesta-en-marcha': page('admin'),
  '/personal/administraciones/nueva': page('admin', emptyForm),
  '/personal/:slug/reglas': byManager,
  '/personal/:slug/reglas/versiones': byManager,
  '/personal/:slug/feriados': byManager,
  '/personal/:slug/feriados/confirmacion': byManager,
  '/personal/:slug/accesibilidad': byManager,
  '/personal/:slug/lenguas': byManager,
  '/personal/:slug/compromisos': page('responsable', { empty: '#promise' }),
  '/personal/:slug/tamano': page('responsable', { empty: '#stratum' }),
  '/personal/:slug/avisos': byManager,
  '/personal/:slug/avisos/textos': byManager,
  '/personal/:slug/avisos/textos/:template/:language': byManager,
  '/personal/vista-previa-correos': page('admin'),
  '/personal/vista-previa-correos/:template/:language': page('admin'),

  '/personal/:slug/tabletas': byManager,
  '/personal/:slug/tabletas/nueva': page('responsable', emptyForm),
  '/personal/:slug/tabletas/apartados': byManager,
  '/personal/:slug/tabletas/apartados/:itemId': byManager,
  '/personal/:slug/tabletas/:deviceId': byManager,
  '/personal/:slug/carteles': byManager,
  '/personal/:slug/carteles/nuevo': page('responsable', emptyForm),
  '/personal/:slug/carteles/insertar': byManager,
  '/personal/:slug/carteles/:linkId': byManager,
  '/personal/:slug/interfaz': page('responsable', emptyForm),

  '/personal/:slug/encuestas': page('analisis'),
  '/personal/:slug/encuestas/nueva': page('analisis', emptyForm),
  '/personal/:slug/encuestas/tasas': page('analisis'),
  '/personal/:slug/encuestas/:campaignId': page('analisis'),
  '/personal/:slug/encuestas/:campaignId/comentarios': page('analisis'),
  '/personal/:slug/atenciones': page('ventanilla'),
  '/personal/:slug/atenciones/importar': byManager,
  '/personal/:slug/atenciones/registro': byManager,
  '/personal/:slug/recojo': byManager,
  '/personal/:slug/recojo/documentos/:kind': page('responsable', { empty: 'main form[enctype]' }),
  '/personal/:slug/recojo/calendario': byManager,
  '/personal/:slug/evaluacion': page('jefatura'),
  '/personal/:slug/paquete': page('jefatura'),
  '/personal/:slug/riesgos': page('jefatura', { empty: 'form:has(#point)' }),
  '/personal/:slug/practicas': page('jefatura', { empty: 'form:has(#problem)' }),
  '/personal/:slug/practicas/:practiceId': page('jefatura', {
    empty: 'form:has(#draft)',
  }),
  '/personal/:slug/paquete/:packId': page('jefatura'),
  '/personal/:slug/evaluacion/modelo': page('evaluacion', { empty: 'form:has(#evidence)' }),
  '/personal/:slug/evaluacion/criterios/:criterionId': page('jefatura'),
  '/personal/:slug/evaluacion/elementos/:elementId': page('jefatura', {
    empty: 'form[action*="/encargo"]',
  }),
  '/personal/:slug/evaluacion/hechas/:evaluationId': page('jefatura'),
  '/personal/:slug/evaluacion/hechas/:evaluationId/criterios/:criterionId': page('jefatura'),
  '/personal/:slug/tareas': byManager,
  '/personal/:slug/tareas/:taskId': page('responsable', { empty: 'form[action$="/hecha"]' }),
  '/personal/:slug/medidas': byManager,
  '/personal/:slug/anio': byManager,
  '/personal/:slug/equipo': byManager,
  '/personal/:slug/difusion': byManager,
  '/personal/:slug/difusion/nueva': page('mejora', {
    empty: 'form[action*="/nueva"][method="post"]',
  }),
  '/personal/:slug/difusion/:disseminationId': byManager,
  '/personal/:slug/para-leer': byManager,
  '/personal/:slug/para-leer/:disseminationId': byManager,
  '/personal/:slug/equipo/reuniones': byManager,
  '/personal/:slug/equipo/reuniones/:meetingId': byManager,
  '/personal/:slug/inspecciones': byManager,
  '/personal/:slug/inspecciones/:inspectionId': page('responsable'),
  '/personal/:slug/evidencias/:evidenceId/retiro': page('responsable', emptyForm),

  '/personal/:slug/libros-anteriores': byManager,
  '/personal/:slug/libros-anteriores/archivos/:draftId': page('responsable', emptyForm),
  '/personal/:slug/libros-anteriores/casos/:legacyNumber': byManager,
  '/personal/:slug/libros-anteriores/casos/:legacyNumber/borrado': page('responsable', emptyForm),
  '/personal/:slug/indicadores': byManager,
  '/personal/:slug/indicadores/definiciones': byManager,
  '/personal/:slug/indicadores/cumplimiento': page('auditoria'),
  '/personal/:slug/temas': byManager,
  '/personal/:slug/temas/:span/:theme': byManager,
  '/personal/:slug/informes': byManager,
  '/personal/:slug/informes/:reportId': byManager,
  '/personal/:slug/palabras': byManager,
  '/personal/:slug/palabras/nuevo': page('analisis', emptyForm),
  '/personal/:slug/palabras/marcos/:frameId': page('analisis'),
  '/personal/:slug/palabras/textos/:textId': page('analisis'),
  '/personal/:slug/palabras/:corpusId': byManager,
  '/personal/:slug/palabras/:corpusId/textos': byManager,
  '/personal/:slug/palabras/:corpusId/codificar': page('responsable', emptyForm),
  '/personal/:slug/palabras/:corpusId/acuerdo': byManager,
  '/personal/:slug/palabras/:corpusId/tablero': byManager,
  '/personal/:slug/palabras/:corpusId/hallazgos': byManager,
  '/personal/:slug/palabras/:corpusId/hallazgos/experiencia': byManager,
  '/personal/:slug/palabras/:corpusId/hallazgos/citas': byManager,
  '/personal/:slug/palabras/:corpusId/hallazgos/citas/:codeId': byManager,
  '/personal/:slug/palabras/:corpusId/hallazgos/causas': byManager,
  '/personal/:slug/palabras/:corpusId/hallazgos/causas/:codeId': byManager,

  '/personal/:slug/procesos': page('mejora', { empty: 'main form.reading' }),
  '/personal/:slug/procesos/:processId': page('mejora'),
  '/personal/:slug/procesos/:processId/borrador': page('mejora'),
  '/personal/:slug/proyectos': page('mejora'),
  '/personal/:slug/proyectos/nuevo': page('mejora', emptyForm),
  '/personal/:slug/proyectos/corto': page('mejora', emptyForm),
  '/personal/:slug/proyectos/aprobacion': page('admin'),
  '/personal/:slug/proyectos/:projectId': page('mejora', {
    empty: 'form[action$="/opiniones"]',
  }),
  '/personal/:slug/proyectos/:projectId/plan': page('mejora'),
  '/personal/:slug/proyectos/:projectId/indicador': page('mejora'),
  '/personal/:slug/instrumentos': page('mejora'),
  '/personal/:slug/instrumentos/:instrumentId': page('mejora'),
  '/personal/:slug/instrumentos/:instrumentId/filas': page('mejora', { empty: '#row' }),
  '/personal/:slug/instrumentos/:instrumentId/filas/:instrumentRowId': page('mejora'),
  '/personal/:slug/brechas': page('mejora'),
  '/personal/:slug/digitalizacion': page('mejora', emptyForm),
  '/personal/:slug/brechas/por-donde-empezar': page('mejora'),
  '/personal/:slug/brechas/:gapId': page('mejora'),
  '/personal/:slug/brechas/:gapId/filas/:rowId': page('mejora'),

  '/personal/:slug/cifras-denuncias': page('integridad'),
  '/personal/:slug/denuncias': page('integridad', { meant }),
  '/personal/:slug/custodia': page('custodia', { meant }),
  '/personal/:slug/llaves': page('resguardo'),
  '/personal/:slug/llaves/propias': page('resguardo'),

  '/muestra': byAnyone,
  '/muestra/personal': byAnyone,
}

/** What is no page of its own, and why. */
export const NOT_PAGES: Readonly<Record<string, string>> = {
  '/personal': 'leads to the first section',
  '/:slug/insignia/:markId': 'a picture',
  '/personal/:slug': 'leads to the first section',
  '/tableta': 'leads to the app',
  '/tableta/': 'screens of a script, each measured in test/channels/kiosk/kiosk-screens',
  '/personal/:slug/evaluacion/visita/':
    'screens of a script, each measured in test/journeys/visit.journey.test',
  '/personal/:slug/evaluacion/visita/copia': 'what the script of the visit asks for',
  '/personal/:slug/evaluacion/visita/sesion': 'what the script of the visit asks for',
  '/personal/instalar': 'only where nobody has an account yet; measured below',
  '/:slug/informes/:period': 'leads to its newest version',
  '/personal/:slug/palabras/:corpusId/tablero/cambios': 'what the script of the board asks for',
  '/personal/:slug/casos/:caseNumber/colegas': 'what the script of a note asks for',
  '/:slug/q/:code': 'leads to the first question that the code leaves open',
  '/personal/:slug/casos/:caseNumber/ampliacion':
    'no shipped regime prolongs a term; the form of a correction with other words',
  '/personal/:slug/encuestas/:campaignId/cambio':
    'only until a campaign begins; the form of a new one, filled in',
  '/personal/:slug/libros-anteriores/archivos/:draftId/filas': 'a file of the rows with problems',
  '/personal/:slug/proyectos/:projectId/contar':
    'only of a verified project; looked at in test/improvements/told',
  '/seguimiento/:caseNumber/llevarse': 'a packed file of one case',
  '/:slug/insertar/seguir': 'leads to the second question',
}

/** Told by the address: what a program reads, a file, or a part of another page. */
export const isForNoEyes = (path: string) =>
  /^\/(api|theme-)|^\/(healthz|readyz|version|metrics)$|\.(pdf|css|csv|xlsx|js|ics|jpg|json|webmanifest)$|\/(archivos?\/:(?!draftId)\w+|archivo|pagina|todas|:seq|:file)$/.test(
    path,
  ) && !path.endsWith('casos/:caseNumber/archivo')
