package meter

// Read returns the level in litres.
func Read(raw int) int {
	if raw < 0 {
		return 0
	}
	return raw * 2
}

// Room returns what still fits.
func Room(raw int) int {
	if raw < 0 {
		return 0
	}
	return Full - raw*2
}

// Rest returns the days until the tank is empty.
func Rest(raw, daily int) int {
	if raw < 0 {
		return 0
	}
	return raw * 2 / daily
}
