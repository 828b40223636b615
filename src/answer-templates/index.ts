/**
 * Texts with which answers begin: an administration writes them once, with fields that the case fills, fields that
 * the writer fills and parts that are there only for some. Each has versions, and nothing leaves with an open field.
 */
export { tellOfTemplates } from './pages/tell-of-templates.ts'
export { templateRoutes, templatesSection } from './pages/routes.ts'
export { answerTemplateSetting } from './template-setting.ts'
