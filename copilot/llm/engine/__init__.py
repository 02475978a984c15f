"""Models on this machine: any GGUF file, run by llama.cpp (xllamacpp) in a process of its own."""
