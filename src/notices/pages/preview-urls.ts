const START = '/personal/vista-previa-correos'

export function previewUrl(): string
export function previewUrl(template: string, language: string): string
export function previewUrl(template?: string, language?: string): string {
  return template && language ? `${START}/${template}/${language}` : START
}

export function rawPreviewUrl(template: string, language: string): string {
  return `${previewUrl(template, language)}/pagina`
}
