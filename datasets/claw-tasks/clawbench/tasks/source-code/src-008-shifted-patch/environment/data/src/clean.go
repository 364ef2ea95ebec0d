package meter

// Clean is done in spring.
func Clean(month int) bool { return month == 4 }
