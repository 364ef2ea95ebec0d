const { basename } = require('node:path')

exports.shout = (text) => basename(text).toUpperCase()
