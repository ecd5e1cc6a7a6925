print("moot")
