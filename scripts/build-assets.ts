import { buildAssets } from '../src/platform/web/build-assets.ts'

await buildAssets()
