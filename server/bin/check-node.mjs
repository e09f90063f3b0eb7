// Imported first by everything here, so that an old Node gets a sentence and not a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number)

if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22)) {
  process.stderr.write(
    `tidemap: unsupported Node.js: ${process.versions.node}\n` +
      'hint: install Node.js 24 or 22 (20.19 is the oldest that works), for instance from https://nodejs.org\n',
  )
  process.exit(1)
}
