package meter

import "fmt"

// Log prints one reading.
func Log(raw int) { fmt.Println(Read(raw), "litres") }
