/** The pages by who reads them; a new page is one line here. */

export const PUBLIC_PAGES = [
  '/',
  '/demo',
  '/demo/privacidad',
  '/demo/accesibilidad',
  '/demo/transparencia',
  '/demo/datos',
  '/demo/denuncia',
  '/seguimiento',
  '/demo/nuevo',
  '/demo/nuevo/que-paso',
  '/demo/nuevo/donde',
  '/demo/nuevo/cuando',
  '/demo/nuevo/archivos',
  '/demo/nuevo/respuesta',
  '/demo/nuevo/quien',
  '/demo/nuevo/revise',
] as const

export const STAFF_PAGES = [
  '/personal/demo/casos',
  '/personal/demo/reglas',
  '/personal/demo/feriados',
  '/personal/demo/accesibilidad',
  '/personal/demo/reglas-de-turno',
  '/personal/demo/avisos',
  '/personal/demo/registrar',
  '/personal/demo/hojas',
  '/personal/demo/carteles',
  '/personal/demo/encuestas',
  '/personal/demo/atenciones',
  '/personal/demo/libros-anteriores',
  '/personal/demo/tabletas',
  '/personal/demo/indicadores',
  '/personal/demo/palabras',
  '/personal/demo/temas',
] as const
