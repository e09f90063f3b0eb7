import process from 'node:process'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.TIDEMAP_API ?? 'http://127.0.0.1:4680'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Nothing inlined: the content security policy names files, not data.
    assetsInlineLimit: 0,
    target: 'es2023',
  },
  // The dashboard's own folder api/ is served by Vite; what ends in .ts is no route of the server.
  server: { proxy: { '^/api/(?![^?]*\\.tsx?(\\?|$))': server, '/healthz': server } },
})
