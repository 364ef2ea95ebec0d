import { type Files, filesOf, type Random } from '../seeded.ts'

/** app.toml: the manifest of a small application, with comments as people leave them. */
export default function make(random: Random): Files {
  const text = `# Manifest of the booking application
title = "Booking"

[package]
name = "booking"
version = "${random.int(0, 3)}.${random.int(0, 12)}.${random.int(0, 9)}"
authors = ["Nadia Hahn", "Tom Reyes"]
private = true

[server]
host = "127.0.0.1" # only behind the proxy
port = ${random.int(7000, 7999)}
workers = ${random.int(2, 8)}

[limits]
requests = ${random.int(5, 40) * 10}
upload_mb = ${random.int(4, 64)}
ratio = 0.75

[limits.login]
attempts = 5
lock_minutes = 15

[[mirrors]]
city = "Oslo"
weight = 2

[[mirrors]]
city = "Lisbon"
weight = 1
`
  return filesOf({ 'app.toml': text })
}
